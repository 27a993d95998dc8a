import { CheckCircleOutlined } from '@ant-design/icons';
import { Button, Empty } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/queries.ts';
import { useApp } from '../../app/store.ts';
import { useReview } from './use-review.ts';

/**
 * Instead of rows, where there are none: the run found nothing, all has been looked at, or the conditions let nothing through.
 * Nothing found is not nothing wrong, and that is said.
 */
export function ListEnd(): ReactElement | null {
  const { t } = useTranslation();
  const go = useApp((state) => state.go);
  const clear = useReview((state) => state.clear);
  const { data: overview } = useCall('inspection.overview', {});
  const { data: coverage } = useCall('run.coverage', {});
  const review = overview?.steps.find(({ id }) => id === 'review');
  if (review === undefined || coverage === undefined) return null;
  const all = review.of ?? 0;
  const unchecked = coverage.rules.filter(({ notCheckable }) => notCheckable !== null).length;
  if (all === 0) {
    return (
      <Empty
        image={Empty.PRESENTED_IMAGE_SIMPLE}
        description={
          <>
            <strong>{t('review.noneFound')}</strong>
            <p className="secondary">{t('review.noneFoundNote', { count: unchecked })}</p>
          </>
        }
      >
        <Button
          onClick={() => {
            go('run');
          }}
        >
          {t('review.toCoverage')}
        </Button>
      </Empty>
    );
  }
  const filters = <Button onClick={clear}>{t('review.showAll', { count: all })}</Button>;
  if (review.count < all) {
    return (
      <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={`${t('review.nothing')} ${t('review.nothingHint')}`}>
        {filters}
      </Empty>
    );
  }
  return (
    <Empty
      className="queue-end"
      image={<CheckCircleOutlined aria-hidden="true" />}
      description={
        <>
          <strong>{t('review.queueEnd')}</strong>
          <p className="secondary">{t('review.queueEndNote', { count: all })}</p>
        </>
      }
    >
      <Button
        onClick={() => {
          go('report');
        }}
      >
        {t('review.toReport')}
      </Button>{' '}
      {filters}
    </Empty>
  );
}
