import { App as AntdApp, Alert, Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Bilingual } from '../../../contract/model.ts';
import { call } from '../../app/api.ts';
import { refresh, useCall } from '../../app/queries.ts';
import { wordsOfError } from '../../app/words-of-error.ts';
import { pick } from '../../i18n/index.ts';
import { Row } from './Row.tsx';

/** The working calendar of the open inspection; the holidays of a new year are imported here. */
export function Calendar(): ReactElement {
  const { t } = useTranslation();
  const { message } = AntdApp.useApp();
  const { data: overview } = useCall('inspection.overview', {});
  const { data } = useCall('calendar.get', {}, overview !== undefined && overview !== null);
  const [refused, setRefused] = useState<Bilingual | null>(null);
  const act = async (work: () => Promise<string | null>): Promise<void> => {
    try {
      const said = await work();
      await refresh();
      if (said !== null) void message.success(said);
    } catch (error) {
      void message.warning(wordsOfError(error));
    }
  };
  const bring = async (): Promise<string | null> => {
    const answer = await call('calendar.import', {});
    setRefused(answer.refused);
    return answer.imported === null ? null : t('settings.calendarImported');
  };
  const reset = async (): Promise<string | null> => {
    await call('calendar.reset', {});
    return null;
  };
  return (
    <section className="block" aria-label={t('settings.calendar')}>
      <div className="block-head">
        <h2>{t('settings.calendar')}</h2>
      </div>
      {overview && data ? (
        <>
          <Row label={t('settings.range')} hint={t('settings.calendarHint')}>
            {data.from} — {data.to}
          </Row>
          <Row label={t('settings.version')}>{data.version}</Row>
          <Row label={t('settings.calendarTable')} hint={t('settings.calendarTableHint')}>
            <span className="setting-actions">
              {data.imported === null ? null : (
                <Button onClick={() => void act(reset)}>{t('settings.calendarReset')}</Button>
              )}
              <Button onClick={() => void act(bring)}>{t('settings.calendarImport')}</Button>
            </span>
          </Row>
          {refused === null ? null : (
            <Alert
              type="warning"
              showIcon
              className="setting-alert"
              title={pick(refused)}
              closable={{
                onClose: () => {
                  setRefused(null);
                },
              }}
            />
          )}
        </>
      ) : (
        <Row label={t('settings.noInspection')}>{null}</Row>
      )}
    </section>
  );
}
