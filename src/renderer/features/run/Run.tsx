import { Empty, Skeleton } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/queries.ts';
import { useJob } from '../../app/use-job.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { CoveragePanel } from './CoveragePanel.tsx';
import { Foreseen } from './Foreseen.tsx';
import { RuleTree } from './RuleTree.tsx';
import { RunBar } from './RunBar.tsx';
import { RunProgress } from './RunProgress.tsx';
import { RunResults } from './RunResults.tsx';
import '../../ui/cards.css';
import './run.css';

/** Which rules, the run itself, its counts, and what was not checked. */
export function Run(): ReactElement {
  const { t } = useTranslation();
  const { data, error, refetch, isPending } = useCall('run.coverage', {});
  const job = useJob('run');
  const soFar = job?.rules ?? null;
  return (
    <div className="run">
      <RuleTree />
      <div className="run-main">
        <RunBar at={data?.at ?? null} />
        {error ? <ErrorPanel error={error} onRetry={() => void refetch()} /> : null}
        {isPending ? <Skeleton active /> : null}
        {soFar === null ? null : <RunProgress rules={soFar} />}
        {data?.at === null && job?.state !== 'running' ? (
          <>
            <Foreseen />
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('run.idleHint')} />
          </>
        ) : null}
        {data && data.at !== null ? (
          <>
            {soFar === null ? <RunResults rules={data.rules} /> : null}
            <CoveragePanel coverage={data} former={job?.state === 'running'} />
          </>
        ) : null}
      </div>
    </div>
  );
}
