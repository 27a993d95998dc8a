import { Input, type InputProps } from 'antd';
import { useState, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

/** A password input that says when caps lock is on. */
export function PasswordField(props: InputProps): ReactElement {
  const { t } = useTranslation();
  const [capsLock, setCapsLock] = useState(false);
  const look = (event: KeyboardEvent): void => {
    setCapsLock(event.getModifierState('CapsLock'));
  };
  return (
    <>
      <Input.Password {...props} onKeyDown={look} onKeyUp={look} autoComplete="off" />
      {capsLock ? <span role="status">{t('common.capsLock')}</span> : null}
    </>
  );
}
