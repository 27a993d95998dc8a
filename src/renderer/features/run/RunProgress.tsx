import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleProgress } from '../../../contract/model.ts';
import { useCall } from '../../app/queries.ts';
import { pick } from '../../i18n/index.ts';
import { paceOf, type Pace } from './pace.ts';
import { PaceIcon } from './RuleRow.tsx';

const counts = ['applicable', 'complies', 'excused', 'pending', 'indeterminate', 'findings'] as const;
/** What moves stands on top. */
const order: Readonly<Record<Pace, number>> = { running: 0, done: 1, queued: 2 };

function Row({ rule, title }: { readonly rule: RuleProgress; readonly title: string }): ReactElement {
  const { t } = useTranslation();
  const pace = paceOf(rule);
  const percent = Math.floor((100 * rule.done) / rule.total);
  return (
    <tr>
      <td className="run-rule" title={title}>
        <span>
          <PaceIcon pace={pace} /> {title}
        </span>
      </td>
      <td className="rule-progress">
        {pace === 'queued' ? (
          <span className="secondary">{t('run.pace.queued')}</span>
        ) : (
          <>
            <progress max={rule.total} value={rule.done} aria-label={`${title} ${t('run.progress')}`} />
            <span className="secondary">{percent} %</span>
          </>
        )}
      </td>
      {counts.map((name) => (
        <td key={name} className={name === 'indeterminate' && rule[name] > 0 ? 'number amber' : 'number'}>
          {pace === 'queued' ? (
            '—'
          ) : name === 'findings' ? (
            <strong>{rule[name].toLocaleString()}</strong>
          ) : (
            rule[name].toLocaleString()
          )}
        </td>
      ))}
    </tr>
  );
}

/** What each rule has counted so far; rules whose register was not handed over have nothing to count and are left to the coverage. */
export function RunProgress({ rules }: { readonly rules: readonly RuleProgress[] }): ReactElement {
  const { t } = useTranslation();
  const { data: summaries } = useCall('rules.list', {});
  const titles = new Map(summaries?.map(({ id, title }) => [id, pick(title)]));
  const shown = rules
    .filter(({ total }) => total > 0)
    .sort((a, b) => order[paceOf(a)] - order[paceOf(b)] || b.findings - a.findings);
  return (
    <section className="block run-results" aria-label={t('run.soFar')}>
      <div className="run-table" tabIndex={0} role="region" aria-label={t('run.soFar')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('run.rule')}</th>
              <th scope="col">{t('run.progress')}</th>
              {counts.map((name) => (
                <th scope="col" className="number" key={name}>
                  {t(`run.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((rule) => (
              <Row key={rule.ruleId} rule={rule} title={titles.get(rule.ruleId) ?? rule.ruleId} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
