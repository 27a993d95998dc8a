import { Button, DatePicker, Form, Input, Modal, Space } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../app/api.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { useWork } from '../../ui/use-work.ts';

interface Values {
  readonly name: string;
  readonly unit?: string;
  readonly asOf: Dayjs;
  readonly path: string;
  readonly password: string;
  readonly repeat: string;
}

interface Props {
  readonly onDone: () => Promise<void>;
  readonly onCancel: () => void;
}

export function CreateDialog({ onDone, onCancel }: Props): ReactElement {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const { busy, error, start } = useWork();

  const choose = async (): Promise<void> => {
    const path = await call('dialog.saveInspection', { name: form.getFieldValue('name') as string });
    if (path !== null) form.setFieldValue('path', path);
  };
  const create = ({ name, unit = '', path, password, asOf }: Values): Promise<void> =>
    start(async () => {
      await call('inspection.create', { name, unit, path, password, asOf: asOf.format('YYYY-MM-DD') });
      await onDone();
    });

  return (
    <Modal
      open
      title={t('workbench.create')}
      onCancel={onCancel}
      onOk={form.submit}
      okText={t('common.ok')}
      confirmLoading={busy}
      mask={{ closable: false }}
    >
      {error ? <ErrorPanel error={error} /> : null}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ asOf: dayjs() }}
        onFinish={(values) => void create(values)}
      >
        <Form.Item name="name" label={t('workbench.name')} rules={[{ required: true }]}>
          <Input autoFocus maxLength={100} />
        </Form.Item>
        <Form.Item name="unit" label={t('workbench.unit')}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="asOf" label={t('workbench.asOf')} rules={[{ required: true }]}>
          <DatePicker allowClear={false} />
        </Form.Item>
        <Form.Item label={t('workbench.where')} htmlFor="path" required>
          <Space.Compact block>
            <Form.Item name="path" noStyle rules={[{ required: true }]}>
              <Input id="path" />
            </Form.Item>
            <Button onClick={() => void choose()}>{t('workbench.choose')}</Button>
          </Space.Compact>
        </Form.Item>
        <Form.Item
          name="password"
          label={t('common.password')}
          extra={t('workbench.passwordHint')}
          rules={[{ required: true, min: 8 }]}
        >
          <PasswordField />
        </Form.Item>
        <Form.Item
          name="repeat"
          label={t('workbench.passwordRepeat')}
          dependencies={['password']}
          rules={[
            { required: true },
            ({ getFieldValue }) => ({
              validator: (_rule, value) =>
                value === getFieldValue('password')
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('workbench.passwordDiffers'))),
            }),
          ]}
        >
          <PasswordField />
        </Form.Item>
      </Form>
    </Modal>
  );
}
