import { CopyOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/queries.ts';
import { copyText } from '../../ui/copy-text.ts';
import { useAct } from '../../ui/use-act.ts';
import { when } from '../../ui/when.ts';

/** Reports that were written, each with the hash by which a file is told to be it. */
export function Versions(): ReactElement {
  const { t } = useTranslation();
  const { say } = useAct();
  const { data } = useCall('report.versions', {});
  return (
    <section className="report-versions" aria-label={t('report.versions')}>
      <h2>
        {t('report.versions')} <span className="secondary">{t('report.versionsNote')}</span>
      </h2>
      {data?.length === 0 ? <p className="secondary">{t('report.noVersions')}</p> : null}
      <ul>
        {data?.map(({ version, at, findings, reviewed, marking, recipients, sha256 }) => (
          <li key={version}>
            <strong className="nowrap">{t('report.number', { version })}</strong>
            <span className="nowrap">{when(at).slice(0, 16)}</span>
            <span className="secondary">
              {t('report.versionCounts', { count: findings, reviewed })}
              {marking === 'none' ? '' : ` · ${t(`report.markings.${marking}`)}`}
              {recipients.length === 0 ? '' : ` · ${recipients.join('；')}`}
            </span>
            <span className="secondary nowrap" title={sha256}>
              SHA-256 {sha256.slice(0, 8)}…{sha256.slice(-4)}{' '}
              <Button
                type="text"
                size="small"
                icon={<CopyOutlined />}
                aria-label={t('report.copySha', { version })}
                onClick={() => {
                  copyText(sha256);
                  say(t('import.copied'));
                }}
              />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
