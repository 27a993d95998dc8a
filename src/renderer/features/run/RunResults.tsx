import { Checkbox } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelResult } from '../../../contract/channels.ts';
import { pick } from '../../i18n/index.ts';
import { ShowFindings } from '../../ui/ShowFindings.tsx';

const counts = ['applicable', 'complies', 'excused', 'pending', 'indeterminate'] as const;

/** One row a rule; every row adds up. Rules that were not checked stand in the coverage below. */
export function RunResults({ rules }: { readonly rules: ChannelResult<'run.coverage'>['rules'] }): ReactElement {
  const { t } = useTranslation();
  const [only, setOnly] = useState(false);
  const shown = rules
    .filter(({ notCheckable, findings }) => notCheckable === null && (!only || findings > 0))
    .sort((a, b) => b.findings - a.findings);
  return (
    <section className="block run-results" aria-label={t('run.results')}>
      <div className="block-head">
        <h2>{t('run.results')}</h2>
        <span className="secondary">{t('run.addsUp')}</span>
        <span className="grow" />
        <Checkbox
          checked={only}
          onChange={(event) => {
            setOnly(event.target.checked);
          }}
        >
          {t('run.onlyFindings')}
        </Checkbox>
      </div>
      <div className="run-table" tabIndex={0} role="region" aria-label={t('run.results')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('run.rule')}</th>
              {counts.map((name) => (
                <th scope="col" className="number" key={name}>
                  {t(`run.${name}`)}
                </th>
              ))}
              <th scope="col" className="number">
                {t('run.findings')}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((rule) => (
              <tr key={rule.ruleId}>
                <td className="run-rule" title={pick(rule.title)}>
                  <span>{pick(rule.title)}</span>
                </td>
                {counts.map((name) => (
                  <td key={name} className={name === 'indeterminate' && rule[name] > 0 ? 'number amber' : 'number'}>
                    {rule[name].toLocaleString()}
                  </td>
                ))}
                <td className="number">
                  {rule.findings === 0 ? (
                    '0'
                  ) : (
                    <ShowFindings
                      filter={{ ruleId: [rule.ruleId] }}
                      label={`${pick(rule.title)} ${t('run.findings')} ${String(rule.findings)}`}
                    >
                      <strong>{rule.findings.toLocaleString()}</strong>
                    </ShowFindings>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
