import { App as AntdApp, Button, Input, Modal, Space } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../app/api.ts';
import { refresh, useCall } from '../../app/queries.ts';
import { pick } from '../../i18n/index.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { tailor, type Difference } from './tailor.ts';

function wordsOf(
  { rule, what, parameter }: Difference,
  t: ReturnType<typeof useTranslation>['t'],
): readonly [string, string, string] {
  if (what === 'enabled') return [t('run.enabled'), t('run.enabled'), `${t('run.off')} ${rule.disabledReason ?? ''}`];
  if (what === 'severity')
    return [t('run.severity'), t(`severity.${rule.stockSeverity}`), t(`severity.${rule.severity}`)];
  return [parameter ? pick(parameter.label) : '', parameter?.stock ?? '', parameter?.value ?? ''];
}

/** What is not as stock, each with its way back; and the whole as a profile for other inspections. */
export function DifferenceDialog({
  differences,
  onClose,
}: {
  readonly differences: readonly Difference[];
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const { message } = AntdApp.useApp();
  const profiles = useCall('profiles.list', {});
  const [name, setName] = useState('');
  const [error, setError] = useState<unknown>(null);
  const attempt = (work: () => Promise<void>): void => {
    work().then(() => {
      setError(null);
    }, setError);
  };
  const apply = (profile: string | null): void => {
    attempt(async () => {
      await call('profiles.apply', { name: profile });
      await refresh();
    });
  };
  const save = (): void => {
    attempt(async () => {
      await call('profiles.save', { name: name.trim() });
      setName('');
      await refresh('profiles.list');
      void message.success(t('run.savedProfile'));
    });
  };
  return (
    <Modal open width="56rem" title={t('run.diffTitle')} footer={null} onCancel={onClose}>
      {error ? <ErrorPanel error={error} /> : null}
      {differences.length === 0 ? <p>{t('run.diffEmpty')}</p> : null}
      <table className="table">
        <tbody>
          {differences.map((difference) => {
            const [what, from, to] = wordsOf(difference, t);
            return (
              <tr key={`${difference.rule.id} ${what}`}>
                <td>{pick(difference.rule.title)}</td>
                <td className="secondary">{what}</td>
                <td>
                  {from} → <strong>{to}</strong>
                </td>
                <td className="number">
                  <Button
                    size="small"
                    onClick={() => {
                      attempt(() => tailor(difference.undo));
                    }}
                  >
                    {t('run.undo')}
                  </Button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <h3>{t('run.profiles')}</h3>
      {profiles.data?.length === 0 ? <p className="secondary">{t('run.noProfiles')}</p> : null}
      {profiles.data?.map((profile) => (
        <div className="profile-row" key={profile.name}>
          <span>{profile.name}</span>
          <span className="secondary">{t('run.countRules', { count: profile.rules })}</span>
          <span className="grow" />
          <Button
            size="small"
            onClick={() => {
              apply(profile.name);
            }}
          >
            {t('run.apply')}
          </Button>
        </div>
      ))}
      <div className="profile-row">
        <Space.Compact>
          <Input
            value={name}
            maxLength={100}
            aria-label={t('run.profileName')}
            placeholder={t('run.profileName')}
            onChange={(event) => {
              setName(event.target.value);
            }}
          />
          <Button disabled={name.trim() === '' || differences.length === 0} onClick={save}>
            {t('run.saveProfile')}
          </Button>
        </Space.Compact>
        <span className="grow" />
        <Button
          disabled={differences.length === 0}
          onClick={() => {
            apply(null);
          }}
        >
          {t('run.undoAll')}
        </Button>
      </div>
    </Modal>
  );
}
