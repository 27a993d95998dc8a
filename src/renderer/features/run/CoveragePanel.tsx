import { WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelResult } from '../../../contract/channels.ts';
import { useApp, type Place } from '../../app/store.ts';
import { pick } from '../../i18n/index.ts';
import { ClauseCells } from './ClauseCells.tsx';

type Coverage = ChannelResult<'run.coverage'>;
const known = [
  'register-absent',
  'field-absent',
  'calendar-not-covered',
  'disabled',
  'error',
  'draft',
  'retired',
] as const;
type Reason = (typeof known)[number] | 'other';
const placeOf: Readonly<Partial<Record<Reason, Place>>> = {
  'register-absent': 'import',
  'field-absent': 'map',
  'calendar-not-covered': 'settings',
};

/** What was checked of the resolution, clause by clause, and why the rest was not. */
export function CoveragePanel({
  coverage,
  former,
}: {
  readonly coverage: Coverage;
  /** A new run is under way: this is what the last one said. */
  readonly former: boolean;
}): ReactElement {
  const { t } = useTranslation();
  const go = useApp((state) => state.go);
  const unchecked = coverage.rules.flatMap((rule) =>
    rule.notCheckable ? [{ title: rule.title, ...rule.notCheckable }] : [],
  );
  const reasons = Map.groupBy(unchecked, ({ reason }): Reason => known.find((name) => name === reason) ?? 'other');
  return (
    <section className="block coverage" aria-label={t('run.coverage')}>
      <div className="block-head">
        <h2>{t('run.coverage')}</h2>
        <span className="secondary">{t(former ? 'run.coverageFormer' : 'run.coverageNote')}</span>
        <span className="grow" />
        <Button
          type="link"
          size="small"
          onClick={() => {
            go('checklist');
          }}
        >
          {t('run.toChecklist')}
        </Button>
      </div>
      <div className="coverage-body">
        <ClauseCells clauses={coverage.clauses} />
        <div>
          <p>
            <strong>{t('run.why')}</strong>
          </p>
          {reasons.size === 0 ? <p className="secondary">{t('run.allChecked')}</p> : null}
          <ul className="reasons">
            {[...reasons].map(([reason, rules]) => {
              const place = placeOf[reason];
              return (
                <li key={reason}>
                  <WarningOutlined aria-hidden="true" className="amber" />
                  <strong className="nowrap">{t(`run.reason.${reason}`)}</strong>
                  <span className="nowrap">{t('run.countRules', { count: rules.length })}</span>
                  <span
                    className="secondary ellipsis"
                    title={rules.map(({ title, detail }) => `${pick(title)}：${detail}`).join('\n')}
                  >
                    {[...new Set(rules.map(({ detail }) => detail))].join('、')}
                  </span>
                  {place ? (
                    <Button
                      type="link"
                      size="small"
                      aria-label={`${t('run.handle')} ${t(`run.reason.${reason}`)}`}
                      onClick={() => {
                        go(place);
                      }}
                    >
                      {t('run.handle')}
                    </Button>
                  ) : null}
                </li>
              );
            })}
          </ul>
        </div>
      </div>
    </section>
  );
}
