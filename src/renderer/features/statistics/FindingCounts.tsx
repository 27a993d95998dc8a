import { Empty, Skeleton } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { severity as severities } from '../../../contract/model.ts';
import { useCall } from '../../app/queries.ts';
import { pick } from '../../i18n/index.ts';
import { SeverityMark } from '../../ui/ClassTag.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { ShowFindings } from '../../ui/ShowFindings.tsx';
import { useLast } from '../../ui/use-last.ts';
import { CountedPanel } from './CountedPanel.tsx';
import { Filters } from './Filters.tsx';
import { Funnel } from './Funnel.tsx';
import { useFilter } from './use-filter.ts';

function BySeverity({
  counts,
}: {
  readonly counts: readonly { readonly value: string; readonly count: number }[];
}): ReactElement {
  const { t } = useTranslation();
  const { within } = useFilter();
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
                  <ShowFindings
                    filter={within({ severity: [value] })}
                    label={`${t(`severity.${value}`)} ${String(count)}`}
                  >
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

/** Counts of the findings of the current run under a filter; charts with tables, numbers with their rows. */
export function FindingCounts(): ReactElement {
  return (
    <>
      <Filters />
      <Counts />
    </>
  );
}

function Counts(): ReactElement {
  const { t } = useTranslation();
  const { filter, isFiltered, within } = useFilter();
  const { data: counted, error, refetch } = useCall('statistics.get', { filter });
  const data = useLast(counted);
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton active />;
  if ((data.funnel[0]?.count ?? 0) === 0)
    return <Empty description={t(isFiltered ? 'statistics.noneFiltered' : 'statistics.noFindings')} />;
  // All rows of a unit are known, not those of a clause, a month or a state: no rate is made of unequal things.
  const hasRates = [filter.clause, filter.month, filter.state].every(({ length }) => length === 0);
  const records = new Map(data.byParty.map((row) => [row.value, row.records]));
  return (
    <>
      <Funnel steps={data.funnel} />
      <CountedPanel
        title={t('statistics.party')}
        head={t('statistics.head.party')}
        kind="bar"
        rows={data.byParty}
        filterOf={(value) => within({ party: [value] })}
        {...(hasRates ? { recordsOf: (value: string) => records.get(value) ?? 0 } : { note: t('statistics.noRates') })}
      />
      <CountedPanel
        title={t('statistics.month')}
        head={t('statistics.head.month')}
        note={t('statistics.monthNote')}
        kind="line"
        rows={data.byMonth.map((row) => ({ ...row, label: row.value }))}
        filterOf={(value) => within({ month: [value] })}
      />
      <CountedPanel
        title={t('statistics.rule')}
        head={t('statistics.head.rule')}
        kind="bar"
        rows={data.byRule.map((row) => ({ ...row, label: pick(row.label) }))}
        filterOf={(value) => within({ ruleId: [value] })}
      />
      <CountedPanel
        title={t('statistics.clause')}
        head={t('statistics.head.clause')}
        kind="bar"
        rows={data.byClause.map((row) => ({ ...row, label: row.value }))}
        filterOf={(value) => within({ clause: [value] })}
      />
      <BySeverity counts={data.bySeverity} />
    </>
  );
}
