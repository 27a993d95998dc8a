import {
  CheckOutlined,
  CloseOutlined,
  CommentOutlined,
  DownOutlined,
  FileAddOutlined,
  SendOutlined,
  UndoOutlined,
  UserAddOutlined,
} from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { keyOf, type Action } from './actions.ts';
import { useFolded } from './use-folded.ts';

const icons: Readonly<Partial<Record<Action, ReactElement>>> = {
  propose: <CheckOutlined aria-hidden="true" />,
  dismiss: <CloseOutlined aria-hidden="true" />,
  moreInfo: <FileAddOutlined aria-hidden="true" />,
  refer: <SendOutlined aria-hidden="true" />,
  assign: <UserAddOutlined aria-hidden="true" />,
  comment: <CommentOutlined aria-hidden="true" />,
};
const actions: readonly Action[] = ['propose', 'dismiss', 'moreInfo', 'refer', 'assign', 'comment'];
/** What decides stays in view, however large the letters are. */
const ALWAYS_SHOWN = 2;

interface Props {
  readonly disabled: boolean;
  readonly count: number;
  readonly onAction: (action: Action) => void;
  readonly onUndo: () => void;
}

/** Always in view, on one line; keys are printed on the buttons. What does not fit is folded into a menu; its keys work all the same. */
export function DecisionBar({ disabled, count, onAction, onUndo }: Props): ReactElement {
  const { t, i18n } = useTranslation();
  const bar = useRef<HTMLDivElement>(null);
  const folded = useFolded(bar, actions.length - ALWAYS_SHOWN, `${i18n.language} ${String(count)}`);
  const shown = actions.slice(0, actions.length - folded);
  const label = (action: Action): ReactElement => (
    <>
      {t(`review.action.${action}`)}
      {count > 1 ? ` ${String(count)}` : ''} <kbd>{keyOf[action]}</kbd>
    </>
  );
  return (
    <div className="decision-bar" role="toolbar" aria-label={t('review.decisions')} ref={bar}>
      {shown.map((action) => (
        <Button
          key={action}
          type={action === 'propose' ? 'primary' : 'default'}
          icon={icons[action]}
          disabled={disabled}
          onClick={() => {
            onAction(action);
          }}
        >
          {label(action)}
        </Button>
      ))}
      {folded > 0 ? (
        <Dropdown
          trigger={['click']}
          placement="topRight"
          autoFocus
          disabled={disabled}
          menu={{
            items: actions
              .slice(shown.length)
              .map((action) => ({ key: action, icon: icons[action], label: label(action) })),
            onClick: ({ key }) => {
              const action = actions.find((each) => each === key);
              if (action !== undefined) onAction(action);
            },
          }}
        >
          <Button disabled={disabled} aria-haspopup="menu">
            {t('review.moreActions')} <DownOutlined aria-hidden="true" />
          </Button>
        </Dropdown>
      ) : null}
      <span className="grow" />
      <Button icon={<UndoOutlined aria-hidden="true" />} onClick={onUndo}>
        {t('review.action.undo')} <kbd>Ctrl Z</kbd>
      </Button>
    </div>
  );
}
