import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelResult } from '../../../contract/channels.ts';
import { useApp } from '../../app/store.ts';
import { ClauseCells } from './ClauseCells.tsx';
import { Reasons } from './Reasons.tsx';

type Coverage = ChannelResult<'run.coverage'>;

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
  const unchecked = coverage.rules.flatMap(({ ruleId, title, notCheckable }) =>
    notCheckable === null ? [] : [{ ruleId, title, notCheckable }],
  );
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
          {unchecked.length === 0 ? <p className="secondary">{t('run.allChecked')}</p> : <Reasons rules={unchecked} />}
        </div>
      </div>
    </section>
  );
}
