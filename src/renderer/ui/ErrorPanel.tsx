import { WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { errorWords } from '../../contract/errors.ts';
import { CallError } from '../app/api.ts';
import { pick } from '../i18n/index.ts';
import './error-panel.css';

/** An error the way every error is shown: what happened, what it affects, what to do, and the code. */
export function ErrorPanel({
  error,
  onRetry,
}: {
  readonly error: unknown;
  readonly onRetry?: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const code = error instanceof CallError ? error.code : 'E_INTERNAL';
  const words = errorWords[code];
  const detail = error instanceof CallError && error.detail !== '' ? ` (${error.detail})` : '';
  return (
    <div className="error-panel" role="alert">
      <WarningOutlined aria-hidden="true" />
      <dl>
        <dt>{t('error.happened')}</dt>
        <dd>
          {pick(words.happened)}
          {detail}
        </dd>
        <dt>{t('error.affects')}</dt>
        <dd>{pick(words.affects)}</dd>
        <dt>{t('error.action')}</dt>
        <dd>{pick(words.action)}</dd>
      </dl>
      <p className="secondary">{t('error.code', { code })}</p>
      {onRetry ? <Button onClick={onRetry}>{t('error.retry')}</Button> : null}
    </div>
  );
}
