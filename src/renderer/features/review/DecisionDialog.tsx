import { AutoComplete, DatePicker, Form, Input, Modal } from 'antd';
import type { Dayjs } from 'dayjs';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { needsReason, type Action, type DecisionWords } from './actions.ts';

interface Values {
  readonly reason?: string;
  readonly comment?: string;
  readonly assignee?: string;
  readonly dueDate?: Dayjs | null;
}

interface Props {
  readonly action: Action;
  readonly count: number;
  readonly onApply: (words: DecisionWords) => void;
  readonly onCancel: () => void;
}

/** One reason for all that are ticked, with the exact count in the title. */
export function DecisionDialog({ action, count, onApply, onCancel }: Props): ReactElement {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const reasons = action === 'dismiss' || action === 'refer' ? t(`review.reasons.${action}`).split('|') : [];
  return (
    <Modal
      open
      title={t('review.dialog.title', { action: t(`review.action.${action}`), count })}
      okText={
        <>
          {t('review.dialog.apply')} <kbd>Ctrl Enter</kbd>
        </>
      }
      onCancel={onCancel}
      onOk={form.submit}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing)
            form.submit();
        }}
        onFinish={(values) => {
          onApply({
            reason: values.reason ?? '',
            comment: values.comment ?? '',
            assignee: values.assignee ?? null,
            dueDate: values.dueDate?.format('YYYY-MM-DD') ?? null,
          });
        }}
      >
        {action === 'assign' ? (
          <>
            <Form.Item name="assignee" label={t('review.dialog.assignee')} rules={[{ required: true }]}>
              <Input autoFocus maxLength={100} />
            </Form.Item>
            <Form.Item name="dueDate" label={t('review.dialog.dueDate')}>
              <DatePicker />
            </Form.Item>
          </>
        ) : null}
        {action === 'assign' || action === 'comment' ? null : (
          <Form.Item
            name="reason"
            label={t('review.dialog.reason')}
            rules={[{ required: needsReason(action), message: t('review.dialog.reasonNeeded') }]}
          >
            <AutoComplete autoFocus options={reasons.map((value) => ({ value }))} maxLength={500} />
          </Form.Item>
        )}
        <Form.Item name="comment" label={t('review.dialog.comment')} rules={[{ required: action === 'comment' }]}>
          <Input.TextArea autoFocus={action === 'comment'} rows={3} maxLength={5000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
