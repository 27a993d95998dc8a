import { Form, Modal } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelArgs } from '../../../contract/channels.ts';
import type { RuleSummary } from '../../../contract/model.ts';
import { pick } from '../../i18n/index.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { useWork } from '../../ui/use-work.ts';
import { tailor } from './tailor.ts';

type Change = Omit<ChannelArgs<'rules.tailor'>, 'id'>;

interface Props<Values> {
  readonly rule: RuleSummary;
  readonly title: string;
  readonly initialValues?: Partial<Values>;
  /** What the fields say of the rule. */
  readonly changeOf: (values: Values) => Change;
  readonly onClose: () => void;
  /** The fields. */
  readonly children: ReactNode;
}

/** Asks something about one rule and tailors it by the answer; stays open where that fails. */
export function RuleDialog<Values>({
  rule,
  title,
  initialValues,
  changeOf,
  onClose,
  children,
}: Props<Values>): ReactElement {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const { busy, error, start } = useWork();
  return (
    <Modal
      open
      title={`${title}：${pick(rule.title)}`}
      onCancel={onClose}
      onOk={form.submit}
      okText={t('common.ok')}
      confirmLoading={busy}
    >
      {error ? <ErrorPanel error={error} /> : null}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        {...(initialValues === undefined ? {} : { initialValues })}
        onFinish={(values) =>
          void start(async () => {
            await tailor({ id: rule.id, ...changeOf(values) });
            onClose();
          })
        }
      >
        {children}
      </Form>
    </Modal>
  );
}
