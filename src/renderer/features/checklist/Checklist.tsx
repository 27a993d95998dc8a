import { Button, Empty, Segmented, Skeleton } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelResult } from '../../../contract/channels.ts';
import { useCall } from '../../app/queries.ts';
import { useApp } from '../../app/store.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { ChecklistItem } from './ChecklistItem.tsx';
import '../../ui/cards.css';
import './checklist.css';

const views = ['all', 'open', 'answered'] as const;
type View = (typeof views)[number];
type Item = ChannelResult<'checklist.get'>['items'][number];

const fits: Readonly<Record<View, (item: Item) => boolean>> = {
  all: () => true,
  open: ({ answer }) => answer === null,
  answered: ({ answer }) => answer !== null,
};

/** 核查清单: what no register can show, asked of a person. What nobody answered never counts as met. */
export function Checklist(): ReactElement {
  const { t } = useTranslation();
  const go = useApp((state) => state.go);
  const [view, setView] = useState<View>('all');
  const { data, error, refetch, isPending } = useCall('checklist.get', {});
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Skeleton active className="page" />;
  const { items, score } = data;
  const shown = items.filter(fits[view]);
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('checklist.title')}</h1>
        <Segmented<View>
          aria-label={t('checklist.view')}
          value={view}
          options={views.map((value) => ({
            value,
            label: `${t(`checklist.views.${value}`)} ${String(items.filter(fits[value]).length)}`,
          }))}
          onChange={setView}
        />
        <span className="grow" />
        <Button
          onClick={() => {
            go('report');
          }}
        >
          {t('statistics.toReport')}
        </Button>
      </div>
      <p className="checklist-score" role="status">
        <strong>{t('checklist.answered', { answered: score.answered, items: score.items })}</strong>{' '}
        {score.full === 0 ? null : (
          <span>
            {t('checklist.points', { points: score.points, full: score.full, notApplicable: score.notApplicable })}
          </span>
        )}{' '}
        <span className="secondary">{t('checklist.note')}</span>
      </p>
      {shown.length === 0 ? <Empty description={t('checklist.none')} /> : null}
      <ol className="checklist">
        {shown.map((item) => (
          <ChecklistItem key={item.id} item={item} />
        ))}
      </ol>
    </div>
  );
}
