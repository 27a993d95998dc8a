import { Button, Empty } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { errorWords } from '../../contract/errors.ts';
import { pick } from '../i18n/index.ts';
import { useApp } from './store.ts';

/** What stands in place of a screen that needs an open inspection. */
export function NoInspection(): ReactElement {
  const { t } = useTranslation();
  const go = useApp((state) => state.go);
  const { happened, action } = errorWords.E_NO_INSPECTION;
  return (
    <Empty className="screen-empty" description={`${pick(happened)} · ${pick(action)}`}>
      <Button
        type="primary"
        onClick={() => {
          go('workbench');
        }}
      >
        {t('place.workbench')}
      </Button>
    </Empty>
  );
}
