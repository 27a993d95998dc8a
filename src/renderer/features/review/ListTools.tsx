import { FilterOutlined } from '@ant-design/icons';
import { Button, Segmented, Select } from 'antd';
import { memo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useReview } from './use-review.ts';
import { Views } from './Views.tsx';

/** How the list is grouped, ordered and shown. Apart from the rows, which are drawn anew with every step of scrolling. */
export const ListTools = memo(function ListTools({ onFilter }: { readonly onFilter?: () => void }): ReactElement {
  const { t } = useTranslation();
  const order = useReview((state) => state.order);
  const setOrder = useReview((state) => state.setOrder);
  return (
    <div className="list-tools">
      {onFilter ? (
        <Button size="small" icon={<FilterOutlined />} aria-label={t('review.showFacets')} onClick={onFilter} />
      ) : null}
      <Views />
      <Segmented
        size="small"
        value={order.group}
        onChange={(group) => {
          setOrder({ group });
        }}
        options={(['case', 'party', 'rule', 'none'] as const).map((value) => ({
          value,
          label: t(`review.group.${value}`),
        }))}
      />
      <Select
        size="small"
        value={order.by}
        aria-label={t('review.order.label')}
        onChange={(by) => {
          setOrder({ by });
        }}
        options={(['severity', 'subject', 'rule', 'party'] as const).map((value) => ({
          value,
          label: t(`review.order.${value}`),
        }))}
      />
    </div>
  );
});
