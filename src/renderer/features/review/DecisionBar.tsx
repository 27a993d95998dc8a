import {
  CheckOutlined,
  CloseOutlined,
  CommentOutlined,
  FileAddOutlined,
  SendOutlined,
  UndoOutlined,
  UserAddOutlined,
} from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { keyOf, type Action } from './actions.ts';

const icons: Readonly<Partial<Record<Action, ReactElement>>> = {
  propose: <CheckOutlined />,
  dismiss: <CloseOutlined />,
  moreInfo: <FileAddOutlined />,
  refer: <SendOutlined />,
  assign: <UserAddOutlined />,
  comment: <CommentOutlined />,
};
const actions: readonly Action[] = ['propose', 'dismiss', 'moreInfo', 'refer', 'assign', 'comment'];

interface Props {
  readonly disabled: boolean;
  readonly count: number;
  readonly onAction: (action: Action) => void;
  readonly onUndo: () => void;
}

/** Always in view; keys are printed on the buttons. */
export function DecisionBar({ disabled, count, onAction, onUndo }: Props): ReactElement {
  const { t } = useTranslation();
  return (
    <div className="decision-bar" role="toolbar" aria-label={t('review.history')}>
      {actions.map((action) => (
        <Button
          key={action}
          type={action === 'propose' ? 'primary' : 'default'}
          icon={icons[action]}
          disabled={disabled}
          onClick={() => {
            onAction(action);
          }}
        >
          {t(`review.action.${action}`)}
          {count > 1 ? ` ${String(count)}` : ''} <kbd>{keyOf[action]}</kbd>
        </Button>
      ))}
      <span className="grow" />
      <Button icon={<UndoOutlined />} onClick={onUndo}>
        {t('review.action.undo')} <kbd>Ctrl Z</kbd>
      </Button>
    </div>
  );
}
