import { App as AntdApp, Button, DatePicker, Form, Input, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { upheldStates, type Decision, type FindingRow } from '../../../contract/model.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { useWork } from '../../ui/use-work.ts';
import { when } from '../../ui/when.ts';
import { decide } from './actions.ts';

const upheld: ReadonlySet<FindingRow['state']> = new Set(upheldStates);

interface Values {
  readonly day: Dayjs;
  readonly how: string;
}

/** Asks on which day, and how, the matter of a finding was put right. */
function RectifyDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const { message } = AntdApp.useApp();
  const [form] = Form.useForm<Values>();
  const { busy, error, start } = useWork();
  const rules = [{ required: true, message: t('review.rectify.needed') }];
  return (
    <Modal
      open
      title={t('review.rectify.title')}
      okText={t('common.ok')}
      confirmLoading={busy}
      onOk={form.submit}
      onCancel={onClose}
    >
      {error ? <ErrorPanel error={error} /> : null}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ day, how }) =>
          void start(async () => {
            const words = { reason: how, comment: '', assignee: null, dueDate: day.format('YYYY-MM-DD') };
            const count = await decide([id], 'rectify', words);
            void message.success(t('review.done', { count }));
            onClose();
          })
        }
      >
        <Form.Item name="day" label={t('review.rectify.day')} rules={rules}>
          <DatePicker autoFocus maxDate={dayjs()} />
        </Form.Item>
        <Form.Item name="how" label={t('review.rectify.how')} rules={[{ ...rules[0], whitespace: true }]}>
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

function Entry({ entry }: { readonly entry: Decision }): ReactElement {
  const { t } = useTranslation();
  const { action, reason, comment, assignee, dueDate, at } = entry;
  const day = action === 'rectify' && dueDate !== null ? t('review.rectify.done', { day: dueDate }) : dueDate;
  return (
    <li>
      <span className="secondary nowrap">{when(at).slice(0, 16)}</span> {t(`review.action.${action}`)} {reason}{' '}
      {comment} {assignee ?? ''} {day ?? ''}
    </li>
  );
}

/** What was decided on a finding, earliest first; of one that was upheld, the place to say that it was put right. */
export function History({
  row: { id, state },
  history,
}: {
  readonly row: FindingRow;
  readonly history: readonly Decision[];
}): ReactElement {
  const { t } = useTranslation();
  const [rectifying, setRectifying] = useState(false);
  return (
    <>
      {history.length === 0 ? <p className="secondary">{t('review.noHistory')}</p> : null}
      <ol className="history">
        {history.map((entry) => (
          <Entry key={entry.number} entry={entry} />
        ))}
      </ol>
      {upheld.has(state) ? (
        <Button
          size="small"
          onClick={() => {
            setRectifying(true);
          }}
        >
          {t('review.rectify.button')}
        </Button>
      ) : null}
      {rectifying ? (
        <RectifyDialog
          id={id}
          onClose={() => {
            setRectifying(false);
          }}
        />
      ) : null}
    </>
  );
}
