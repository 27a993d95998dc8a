import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

/** Why a file was left out: what happened, what it affects, what to do, with its code. */
export function FileErrorWords({ code }: { readonly code: string }): ReactElement {
  const { t, i18n } = useTranslation();
  const known = i18n.exists(`import.fileError.${code}.happened`) ? code : 'E_INTERNAL';
  return (
    <dl className="file-error">
      <dt>{t('error.happened')}</dt>
      <dd>{t(`import.fileError.${known}.happened`)}</dd>
      <dt>{t('error.affects')}</dt>
      <dd>{t(`import.fileError.${known}.affects`)}</dd>
      <dt>{t('error.action')}</dt>
      <dd>
        {t(`import.fileError.${known}.action`)} <span className="secondary">{t('error.code', { code })}</span>
      </dd>
    </dl>
  );
}
