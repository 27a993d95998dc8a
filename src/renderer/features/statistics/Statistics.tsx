import { Button, Empty, Segmented, Skeleton } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelResult } from '../../../contract/channels.ts';
import { useCall } from '../../app/queries.ts';
import { useApp } from '../../app/store.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { Deadlines } from './Deadlines.tsx';
import { FindingCounts } from './FindingCounts.tsx';
import { Indicators } from './Indicators.tsx';
import { Scorecard } from './Scorecard.tsx';
import '../../ui/cards.css';
import './statistics.css';

const views = ['findings', 'indicators', 'scorecard', 'deadlines'] as const;
type View = (typeof views)[number];

function Viewed({ view, data }: { readonly view: View; readonly data: ChannelResult<'statistics.assessment'> }) {
  switch (view) {
    case 'findings':
      return <FindingCounts />;
    case 'indicators':
      return <Indicators indicators={data.indicators} />;
    case 'scorecard':
      return <Scorecard scorecard={data.scorecard} />;
    case 'deadlines':
      return <Deadlines deadlines={data.deadlines} />;
  }
}

/** What the current run says in numbers: findings, rates, points and deadlines ahead. */
export function Statistics(): ReactElement {
  const { t } = useTranslation();
  const go = useApp((state) => state.go);
  const [view, setView] = useState<View>('findings');
  const { data, error, refetch, isPending } = useCall('statistics.assessment', {});
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Skeleton active className="page" />;
  if (data.runAt === null)
    return <Empty className="screen-empty" description={`${t('statistics.empty')} ${t('statistics.emptyHint')}`} />;
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('statistics.title')}</h1>
        <Segmented<View>
          aria-label={t('statistics.view')}
          value={view}
          options={views.map((value) => ({ value, label: t(`statistics.views.${value}`) }))}
          onChange={setView}
        />
        <span className="grow" />
        <span className="secondary">{t('statistics.hint')}</span>
        <Button
          onClick={() => {
            go('report');
          }}
        >
          {t('statistics.toReport')}
        </Button>
      </div>
      <Viewed view={view} data={data} />
    </div>
  );
}
