import { Empty } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelResult } from '../../../contract/channels.ts';
import { severity as severities } from '../../../contract/model.ts';
import { ClassIcon } from '../../ui/ClassTag.tsx';
import { ShowFindings } from '../../ui/ShowFindings.tsx';
import { classes } from './options.ts';

type Card = ChannelResult<'statistics.assessment'>['scorecard'];

const columns = classes.flatMap((of) => severities.options.map((severity) => ({ of, severity })));

/** Points of each unit, lowest first, with the counts that they come from. */
export function Scorecard({ scorecard: { full, deductions, units } }: { readonly scorecard: Card }): ReactElement {
  const { t } = useTranslation();
  if (units.length === 0) return <Empty description={t('statistics.noScores')} />;
  return (
    <section className="block scorecard" aria-label={t('statistics.views.scorecard')}>
      <p className="secondary block-note">{t('statistics.scorecardNote', { full })}</p>
      <table className="table">
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {t('statistics.unit')}
            </th>
            {classes.map((of) => (
              <th scope="colgroup" colSpan={severities.options.length} className="score-class" key={of}>
                <ClassIcon value={of} /> {t(`class.${of}`)}
              </th>
            ))}
            <th scope="col" rowSpan={2} className="number">
              {t('statistics.deducted')}
            </th>
            <th scope="col" rowSpan={2} className="number">
              {t('statistics.score')}
            </th>
          </tr>
          <tr className="score-severities">
            {columns.map(({ of, severity }) => (
              <th scope="col" className="number" key={`${of} ${severity}`}>
                {t(`severity.${severity}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr className="secondary">
            <th scope="row">{t('statistics.each')}</th>
            {columns.map(({ of, severity }) => (
              <td className="number" key={`${of} ${severity}`}>
                {deductions[of][severity] === 0 ? '0' : `−${String(deductions[of][severity])}`}
              </td>
            ))}
            <td />
            <td className="number">{full}</td>
          </tr>
          {units.map((unit) => (
            <tr key={unit.value}>
              <th scope="row" className="counted-name" title={unit.label}>
                <ShowFindings filter={{ party: [unit.value] }} label={`${unit.label} ${String(unit.findings)}`}>
                  {unit.label}
                </ShowFindings>
              </th>
              {columns.map(({ of, severity }) => {
                const count = unit.counts[of][severity];
                return (
                  <td className="number" key={`${of} ${severity}`}>
                    {count === 0 ? (
                      '0'
                    ) : (
                      <ShowFindings
                        filter={{ party: [unit.value], class: [of], severity: [severity] }}
                        label={`${unit.label} ${t(`class.${of}`)} ${t(`severity.${severity}`)} ${String(count)}`}
                      >
                        {count.toLocaleString()}
                      </ShowFindings>
                    )}
                  </td>
                );
              })}
              <td className="number">{unit.deducted === 0 ? '0' : `−${unit.deducted.toLocaleString()}`}</td>
              <td className="number">
                <strong>{unit.score}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
