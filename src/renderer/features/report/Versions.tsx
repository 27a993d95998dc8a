import { CopyOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/queries.ts';
import { copyText } from '../../ui/copy-text.ts';
import { useAct } from '../../ui/use-act.ts';
import { when } from '../../ui/when.ts';

/** Reports that were written, each with the hash by which a file is told to be it. */
export function Versions(): ReactElement | null {
  const { t } = useTranslation();
  const { say } = useAct();
  const { data } = useCall('report.versions', {});
  if (data === undefined || data.length === 0) return null;
  return (
    <section className="block" aria-label={t('report.versions')}>
      <div className="block-head">
        <h2>{t('report.versions')}</h2>
        <span className="secondary">{t('report.versionsNote')}</span>
      </div>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('report.version')}</th>
            <th scope="col">{t('log.at')}</th>
            <th scope="col" className="number">
              {t('report.findings')}
            </th>
            <th scope="col" className="number">
              {t('report.reviewed')}
            </th>
            <th scope="col">{t('report.marking')}</th>
            <th scope="col">{t('report.recipients')}</th>
            <th scope="col">SHA-256</th>
          </tr>
        </thead>
        <tbody>
          {data.map(({ version, at, findings, reviewed, marking, recipients, sha256 }) => (
            <tr key={version}>
              <td>{t('report.number', { version })}</td>
              <td className="nowrap">{when(at)}</td>
              <td className="number">{findings.toLocaleString()}</td>
              <td className="number">{reviewed.toLocaleString()}</td>
              <td className="nowrap">{marking === 'none' ? '—' : t(`report.markings.${marking}`)}</td>
              <td>{recipients.length === 0 ? '—' : recipients.join('；')}</td>
              <td className="nowrap" title={sha256}>
                {sha256.slice(0, 12)}…{sha256.slice(-4)}{' '}
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
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
