import { Form, Modal } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { useWork } from '../../ui/use-work.ts';

interface Props<Values> {
  readonly title: string;
  readonly initialValues?: Partial<Values>;
  /** Tailors by what the fields say. */
  readonly save: (values: Values) => Promise<void>;
  readonly onClose: () => void;
  /** The fields. */
  readonly children: ReactNode;
}

/** Asks something about rules and tailors them by the answer; stays open where that fails. */
export function RuleDialog<Values>({ title, initialValues, save, onClose, children }: Props<Values>): ReactElement {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const { busy, error, start } = useWork();
  return (
    <Modal open title={title} onCancel={onClose} onOk={form.submit} okText={t('common.ok')} confirmLoading={busy}>
      {error ? <ErrorPanel error={error} /> : null}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        {...(initialValues === undefined ? {} : { initialValues })}
        onFinish={(values) =>
          void start(async () => {
            await save(values);
            onClose();
          })
        }
      >
        {children}
      </Form>
    </Modal>
  );
}
