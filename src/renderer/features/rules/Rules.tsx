import { Empty, Skeleton } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/queries.ts';
import { useApp } from '../../app/store.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { RuleList } from './RuleList.tsx';
import { RulePage } from './RulePage.tsx';
import '../../ui/cards.css';
import './rules.css';

/** The rule library: list, page, trial. */
export function Rules(): ReactElement {
  const { t } = useTranslation();
  const asked = useApp((state) => state.ruleId);
  const { data, error, refetch, isPending } = useCall('rules.list', {});
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Skeleton active className="page" />;
  const id = asked ?? data[0]?.id ?? null;
  return (
    <div className="rules">
      <RuleList rules={data} current={id} />
      {id === null ? <Empty className="screen-empty" description={t('rules.choose')} /> : <RulePage id={id} />}
    </div>
  );
}
