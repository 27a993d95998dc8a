import { App as AntdApp, Segmented, Select, Skeleton, Switch } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings as SettingsModel } from '../../../contract/model.ts';
import { errorWords } from '../../../contract/errors.ts';
import { call, CallError } from '../../app/api.ts';
import { refresh, useCall } from '../../app/queries.ts';
import { pick } from '../../i18n/index.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { Backup } from './Backup.tsx';
import { Row } from './Row.tsx';
import { Tables } from './Tables.tsx';
import '../../ui/cards.css';
import './settings.css';

const SIZES = [90, 100, 110, 120, 130, 140, 150] as const;

function Facts(): ReactElement {
  const { t } = useTranslation();
  const { data: info } = useCall('app.info', {});
  return (
    <>
      <Tables />
      <Backup />
      <section className="block">
        <div className="block-head">
          <h2>{t('settings.about')}</h2>
        </div>
        {info ? (
          <>
            <Row label={t('settings.app')}>{info.version}</Row>
            <Row label={t('settings.rulePack')}>
              {info.rulePackVersion} · {t('settings.rules', { count: info.rules })}
            </Row>
            <Row label={t('settings.runtime')}>
              Electron {info.electron} · {info.platform}
            </Row>
          </>
        ) : (
          <Skeleton active />
        )}
      </section>
    </>
  );
}

/** Saved at once; nothing to confirm. */
export function Settings(): ReactElement {
  const { t } = useTranslation();
  const { message } = AntdApp.useApp();
  const { data, error, refetch } = useCall('settings.get', {});
  const set = (change: Partial<SettingsModel>): void => {
    call('settings.set', change)
      .then(() => refresh())
      .catch((failure: unknown) => {
        void message.warning(pick(errorWords[failure instanceof CallError ? failure.code : 'E_INTERNAL'].happened));
      });
  };
  return (
    <div className="page settings">
      <div className="page-head">
        <h1>{t('settings.title')}</h1>
        <span className="secondary">{t('settings.saved')}</span>
      </div>
      {error ? <ErrorPanel error={error} onRetry={() => void refetch()} /> : null}
      {data ? (
        <>
          <section className="block">
            <div className="block-head">
              <h2>{t('settings.appearance')}</h2>
            </div>
            <Row label={t('settings.language')}>
              <Segmented
                aria-label={t('settings.language')}
                value={data.language}
                options={(['zh', 'en'] as const).map((value) => ({ value, label: t(`settings.${value}`) }))}
                onChange={(language) => {
                  set({ language });
                }}
              />
            </Row>
            <Row label={t('settings.theme')}>
              <Segmented
                aria-label={t('settings.theme')}
                value={data.theme}
                options={(['system', 'light', 'dark'] as const).map((value) => ({
                  value,
                  label: t(`settings.${value}`),
                }))}
                onChange={(theme) => {
                  set({ theme });
                }}
              />
            </Row>
            <Row label={t('settings.fontSize')}>
              <Select
                aria-label={t('settings.fontSize')}
                value={data.fontSizePercent}
                options={SIZES.map((value) => ({ value, label: `${String(value)} %` }))}
                onChange={(fontSizePercent) => {
                  set({ fontSizePercent });
                }}
              />
            </Row>
          </section>
          <section className="block">
            <div className="block-head">
              <h2>{t('settings.privacy')}</h2>
            </div>
            <Row label={t('settings.masked')} hint={t('settings.maskedHint')}>
              <Switch
                aria-label={t('settings.masked')}
                checked={data.masked}
                onChange={(masked) => {
                  set({ masked });
                }}
              />
            </Row>
          </section>
          <Facts />
        </>
      ) : null}
    </div>
  );
}
