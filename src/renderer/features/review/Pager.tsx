import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

/** Where one is in the list, and one on or back: for the mouse what J and K are for the keyboard. */
export function Pager({
  index,
  total,
  onMove,
}: {
  readonly index: number;
  readonly total: number;
  readonly onMove: (by: number) => void;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <span className="pager nowrap">
      <Button
        type="text"
        size="small"
        icon={<LeftOutlined />}
        aria-label={t('review.previous')}
        disabled={index === 0}
        onClick={() => {
          onMove(-1);
        }}
      />
      <span className="secondary">
        {(index + 1).toLocaleString()} / {total.toLocaleString()}
      </span>
      <Button
        type="text"
        size="small"
        icon={<RightOutlined />}
        aria-label={t('review.next')}
        disabled={index + 1 >= total}
        onClick={() => {
          onMove(1);
        }}
      />
    </span>
  );
}
