import { Alert, Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Bilingual } from '../../../contract/model.ts';
import { call } from '../../app/api.ts';
import { refresh, useCall } from '../../app/queries.ts';
import { pick } from '../../i18n/index.ts';
import { useAct } from '../../ui/use-act.ts';
import { Row } from './Row.tsx';

/** The working calendar of the open inspection; the holidays of a new year are imported here. */
export function Calendar(): ReactElement {
  const { t } = useTranslation();
  const { act, say } = useAct();
  const { data: overview } = useCall('inspection.overview', {});
  const { data } = useCall('calendar.get', {}, overview !== undefined && overview !== null);
  const [refused, setRefused] = useState<Bilingual | null>(null);
  const bring = async (): Promise<void> => {
    const answer = await call('calendar.import', {});
    setRefused(answer.refused);
    await refresh();
    if (answer.imported !== null) say(t('settings.calendarImported'));
  };
  const reset = async (): Promise<void> => {
    await call('calendar.reset', {});
    await refresh();
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
