import { DisconnectOutlined, LockOutlined, WarningOutlined } from '@ant-design/icons';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

const assurances = [
  { name: 'encrypted', icon: <LockOutlined /> },
  { name: 'offline', icon: <DisconnectOutlined /> },
  { name: 'secrets', icon: <WarningOutlined /> },
] as const;

/** What keeps the data safe, and what it is not made for. */
export function Safety(): ReactElement {
  const { t } = useTranslation();
  return (
    <ul className="safety" aria-label={t('workbench.safety.label')}>
      {assurances.map(({ name, icon }) => (
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
