import { AlertOutlined, BellOutlined, ClockCircleOutlined } from '@ant-design/icons';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelResult } from '../../contract/channels.ts';
import './tags.css';

type Level = ChannelResult<'inspection.upcoming'>[number]['level'];

const icons: Readonly<Record<Level, ReactElement>> = {
  notice: <BellOutlined />,
  soon: <ClockCircleOutlined />,
  urgent: <AlertOutlined />,
};

/** How near a deadline is, by the levels of its rule: word, icon and colour. */
export function LevelTag({ value }: { readonly value: Level }): ReactElement {
  const { t } = useTranslation();
  return (
    <span className={`tag level-${value}`}>
      <span aria-hidden="true">{icons[value]}</span> {t(`level.${value}`)}
    </span>
  );
}
