import { DisconnectOutlined, LockOutlined, SaveOutlined, WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Overview } from '../../../contract/model.ts';
import { useApp } from '../../app/store.ts';
import { when } from '../../ui/when.ts';

const assurances = [
  { name: 'encrypted', icon: <LockOutlined /> },
  { name: 'offline', icon: <DisconnectOutlined /> },
  { name: 'secrets', icon: <WarningOutlined /> },
] as const;

/** When the open inspection was last backed up; amber, with the way there, where that is overdue. */
function BackupCard({ backup }: { readonly backup: NonNullable<Overview['backup']> }): ReactElement {
  const { t } = useTranslation();
  const go = useApp((state) => state.go);
  const { at, due } = backup;
  return (
    <li className={due ? 'card safety-backup safety-due' : 'card safety-backup'}>
      <span className="safety-icon" aria-hidden="true">
        {due ? <WarningOutlined /> : <SaveOutlined />}
      </span>
      <span>
        <strong>
          {at === null ? t('workbench.safety.noBackup') : t('workbench.safety.backup', { at: when(at).slice(0, 16) })}
        </strong>
        <span className="secondary">{t(due ? 'workbench.safety.backupDue' : 'workbench.safety.backupNote')}</span>
      </span>
      <Button
        type="link"
        size="small"
        onClick={() => {
          go('settings');
        }}
      >
        {t('settings.backup')}
      </Button>
    </li>
  );
}

/** What keeps the data safe, and what it is not made for. */
export function Safety({ backup }: { readonly backup: Overview['backup'] }): ReactElement {
  const { t } = useTranslation();
  // That nothing leaves the machine stands in the status bar too: a backup is of more use here.
  const shown = assurances.filter(({ name }) => backup === null || name !== 'offline');
  return (
    <ul className="safety" aria-label={t('workbench.safety.label')}>
      {backup === null ? null : <BackupCard backup={backup} />}
      {shown.map(({ name, icon }) => (
        <li key={name} className={`card safety-${name}`}>
          <span className="safety-icon" aria-hidden="true">
            {icon}
          </span>
          <span>
            <strong>{t(`workbench.safety.${name}`)}</strong>
            <span className="secondary">{t(`workbench.safety.${name}Note`)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
