import { Modal } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../app/api.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { useWork } from '../../ui/use-work.ts';

interface Props {
  readonly path: string;
  readonly onDone: () => Promise<void>;
  readonly onCancel: () => void;
}

export function OpenDialog({ path, onDone, onCancel }: Props): ReactElement {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const { busy, error, start } = useWork();
  const open = (): Promise<void> =>
    start(async () => {
      await call('inspection.open', { path, password });
      await onDone();
    });
  return (
    <Modal
      open
      title={t('workbench.open')}
      onCancel={onCancel}
      onOk={() => void open()}
      okText={t('common.ok')}
      confirmLoading={busy}
    >
      <p className="secondary ellipsis" title={path}>
        {path}
      </p>
      {error ? <ErrorPanel error={error} /> : null}
      <label htmlFor="open-password">{t('common.password')}</label>
      <PasswordField
        id="open-password"
        autoFocus
        value={password}
        onChange={(event) => {
          setPassword(event.target.value);
        }}
        onPressEnter={() => void open()}
      />
      {busy ? (
        <p className="secondary" role="status">
          {t('workbench.verifying')}
        </p>
      ) : null}
    </Modal>
  );
}
