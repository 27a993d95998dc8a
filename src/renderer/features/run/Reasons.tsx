import { WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { UncheckedRule } from '../../../contract/model.ts';
import { useApp, type Place } from '../../app/store.ts';
import { pick } from '../../i18n/index.ts';
import { reasonOf, type Reason } from './reason.ts';

const placeOf: Readonly<Partial<Record<Reason, Place>>> = {
  'register-absent': 'import',
  'field-absent': 'map',
  'calendar-not-covered': 'settings',
};

/** Why rules cannot be checked: reason by reason how many, what is missing, and where one can do something about it. */
export function Reasons({ rules: unchecked }: { readonly rules: readonly UncheckedRule[] }): ReactElement {
  const { t } = useTranslation();
  const go = useApp((state) => state.go);
  const reasons = Map.groupBy(unchecked, ({ notCheckable }) => reasonOf(notCheckable));
  return (
    <ul className="reasons">
      {[...reasons].map(([reason, rules]) => {
        const place = placeOf[reason];
        const named = rules.map(({ title, notCheckable }) => ({
          title: pick(title),
          missing: notCheckable.detail.map((each) => pick(each)),
        }));
        return (
          <li key={reason}>
            <WarningOutlined aria-hidden="true" className="amber" />
            <strong className="nowrap">{t(`run.reason.${reason}`)}</strong>
            <span className="nowrap">{t('run.countRules', { count: rules.length })}</span>
            <span
              className="secondary ellipsis"
              title={named.map(({ title, missing }) => [title, ...missing].join(' · ')).join('\n')}
            >
              {[...new Set(named.flatMap(({ missing }) => missing))].join(t('common.comma'))}
            </span>
            {place ? (
              <Button
                type="link"
                size="small"
                aria-label={`${t('run.handle')} ${t(`run.reason.${reason}`)}`}
                onClick={() => {
                  go(place);
                }}
              >
                {t('run.handle')}
              </Button>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
