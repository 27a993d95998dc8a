import { Modal, Progress } from 'antd';
import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { JobEvent } from '../../../contract/model.ts';
import { call, CallError } from '../../app/api.ts';
import { useJob } from '../../app/use-job.ts';
import { pick } from '../../i18n/index.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { useWork } from '../../ui/use-work.ts';

/** What is over sooner needs no bar. */
const LONG_MILLISECONDS = 1000;

interface Props {
  readonly path: string;
  readonly onDone: () => Promise<void>;
  readonly onCancel: () => void;
}

/** How much of the file was read; words alone as long as it may be over in a moment. */
function Reading({ job }: { readonly job: JobEvent | null }): ReactElement {
  const { t } = useTranslation();
  const isLong = job !== null && job.milliseconds >= LONG_MILLISECONDS;
  return (
    <div className="open-reading" role="status">
      <p className="secondary">{t('workbench.verifying')}</p>
      {isLong ? (
        <>
          <Progress
            percent={job.total ? Math.floor((100 * job.done) / job.total) : 0}
            status="active"
            aria-label={t('workbench.verifying')}
          />
          <p className="secondary">
            {pick(job.words)} · {t('run.used', { count: Math.round(job.milliseconds / 1000) })}
          </p>
        </>
      ) : null}
    </div>
  );
}

/** Asks for the password; a cancel while the file is read leaves nothing open. */
export function OpenDialog({ path, onDone, onCancel }: Props): ReactElement {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const [leaving, setLeaving] = useState(false);
  const { busy, error, start } = useWork();
  const latest = useJob('verify');
  const job = busy && latest?.state === 'running' ? latest : null;
  const running = job?.job ?? null;
  useEffect(() => {
    if (leaving && running !== null) void call('job.cancel', { job: running });
  }, [leaving, running]);
  const open = (): Promise<void> =>
    start(async () => {
      try {
        await call('inspection.open', { path, password });
      } catch (failure) {
        if (!(failure instanceof CallError) || failure.code !== 'E_CANCELLED') throw failure;
        onCancel();
        return;
      } finally {
        setLeaving(false);
      }
      await onDone();
    });
  return (
    <Modal
      open
      title={t('workbench.open')}
      mask={{ closable: false }}
      onCancel={() => {
        if (busy) setLeaving(true);
        else onCancel();
      }}
      onOk={() => void open()}
      okText={t('common.ok')}
      cancelText={leaving ? t('workbench.leaving') : t('common.cancel')}
      cancelButtonProps={{ disabled: leaving }}
      // Not `confirmLoading`: that would make the cancel deaf.
      okButtonProps={{ loading: busy }}
    >
      <p className="secondary ellipsis" title={path}>
        {path}
      </p>
      {error ? <ErrorPanel error={error} /> : null}
      <label htmlFor="open-password">{t('common.password')}</label>
      <PasswordField
        id="open-password"
        autoFocus
        value={password}
        onChange={(event) => {
          setPassword(event.target.value);
        }}
        onPressEnter={() => {
          if (!busy) void open();
        }}
      />
      {busy ? <Reading job={job} /> : null}
    </Modal>
  );
}
