import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/queries.ts';
import { Reasons } from './Reasons.tsx';

/** Before the first run: rules that are on and that it will not be able to check, and why. */
export function Foreseen(): ReactElement | null {
  const { t } = useTranslation();
  const { data: rules = [] } = useCall('rules.list', {});
  const { data: obstacles = [] } = useCall('run.obstacles', {});
  const on = new Set(rules.flatMap(({ id, enabled }) => (enabled ? [id] : [])));
  const own = obstacles.filter(({ ruleId }) => on.has(ruleId));
  if (own.length === 0) return null;
  return (
    <section className="block" aria-label={t('run.foreseen')}>
      <div className="block-head">
        <h2>{t('run.foreseen')}</h2>
        <span>{t('run.countRules', { count: own.length })}</span>
        <span className="secondary ellipsis">{t('run.foreseenNote')}</span>
      </div>
      <div className="foreseen">
        <Reasons rules={own} />
      </div>
    </section>
  );
}
