import { Input, Modal } from 'antd';
import { useId, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly title: string;
  readonly label: string;
  readonly hint?: string;
  readonly initial?: string;
  /** Names that cannot be taken, with the words why. */
  readonly taken?: { readonly names: readonly string[]; readonly words: string };
  readonly onName: (name: string) => void;
  readonly onCancel: () => void;
}

/** Asks for a name under which something is kept. */
export function NameDialog({ title, label, hint, initial = '', taken, onName, onCancel }: Props): ReactElement {
  const { t } = useTranslation();
  const [text, setText] = useState(initial);
  const id = useId();
  const name = text.trim();
  const refused = taken?.names.includes(name) === true;
  const done = (): void => {
    if (name !== '' && !refused) onName(name);
  };
  return (
    <Modal
      open
      title={title}
      okText={t('common.save')}
      okButtonProps={{ disabled: name === '' || refused }}
      onOk={done}
      onCancel={onCancel}
    >
      {hint === undefined ? null : <p className="secondary">{hint}</p>}
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        autoFocus
        maxLength={100}
        value={text}
        {...(refused && { status: 'error' as const, 'aria-describedby': `${id}-refused` })}
        onChange={(event) => {
          setText(event.target.value);
        }}
        onPressEnter={(event) => {
          if (!event.nativeEvent.isComposing) done();
        }}
      />
      {refused ? (
        <p id={`${id}-refused`} className="amber" role="alert">
          {taken.words}
        </p>
      ) : null}
    </Modal>
  );
}
