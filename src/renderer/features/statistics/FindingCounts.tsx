import { Empty, Skeleton } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { severity as severities } from '../../../contract/model.ts';
import { useCall } from '../../app/queries.ts';
import { pick } from '../../i18n/index.ts';
import { SeverityMark } from '../../ui/ClassTag.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { ShowFindings } from '../../ui/ShowFindings.tsx';
import { CountedPanel } from './CountedPanel.tsx';
import { Funnel } from './Funnel.tsx';

function BySeverity({
  counts,
}: {
  readonly counts: readonly { readonly value: string; readonly count: number }[];
}): ReactElement {
  const { t } = useTranslation();
  const most = Math.max(1, ...counts.map(({ count }) => count));
  return (
    <section className="block" aria-label={t('statistics.severity')}>
      <div className="block-head">
        <h2>{t('statistics.severity')}</h2>
      </div>
      <table className="table">
        <tbody>
          {severities.options.map((value) => {
            const count = counts.find((one) => one.value === value)?.count ?? 0;
            return (
              <tr key={value}>
                <th scope="row" className="severity-name">
                  <SeverityMark value={value} />
                </th>
                <td>
                  <span
                    className="severity-bar"
                    aria-hidden="true"
                    style={{ width: `${String((100 * count) / most)}%` }}
                  />
                </td>
                <td className="number severity-count">
                  <ShowFindings filter={{ severity: [value] }} label={`${t(`severity.${value}`)} ${String(count)}`}>
                    {count.toLocaleString()}
                  </ShowFindings>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

/** Counts of the findings of the current run; charts with tables, numbers with their rows. */
export function FindingCounts(): ReactElement {
  const { t } = useTranslation();
  const { data, error, refetch, isPending } = useCall('statistics.get', {});
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Skeleton active />;
  if ((data.funnel[0]?.count ?? 0) === 0) return <Empty description={t('statistics.noFindings')} />;
  const records = new Map(data.byParty.map((row) => [row.value, row.records]));
  return (
    <>
      <Funnel steps={data.funnel} />
      <CountedPanel
        title={t('statistics.party')}
        head={t('statistics.head.party')}
        kind="bar"
        rows={data.byParty}
        filterOf={(value) => ({ party: [value] })}
        recordsOf={(value) => records.get(value) ?? 0}
      />
      <CountedPanel
        title={t('statistics.month')}
        head={t('statistics.head.month')}
        note={t('statistics.monthNote')}
        kind="line"
        rows={data.byMonth.map((row) => ({ ...row, label: row.value }))}
        filterOf={(value) => ({ month: [value] })}
      />
      <CountedPanel
        title={t('statistics.rule')}
        head={t('statistics.head.rule')}
        kind="bar"
        rows={data.byRule.map((row) => ({ ...row, label: pick(row.label) }))}
        filterOf={(value) => ({ ruleId: [value] })}
      />
      <CountedPanel
        title={t('statistics.clause')}
        head={t('statistics.head.clause')}
        kind="bar"
        rows={data.byClause.map((row) => ({ ...row, label: row.value }))}
        filterOf={(value) => ({ clause: [value] })}
      />
      <BySeverity counts={data.bySeverity} />
    </>
  );
}
