import { TableOutlined, UndoOutlined } from '@ant-design/icons';
import { AutoComplete, Button, Empty, Form, Input } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProblemRow } from '../../../contract/model.ts';
import { call } from '../../app/api.ts';
import { refresh } from '../../app/queries.ts';
import { useApp } from '../../app/store.ts';
import { pick } from '../../i18n/index.ts';
import { useAct } from '../../ui/use-act.ts';

interface Values {
  readonly value: string;
  readonly reason: string;
}

/** One problem: the original, and a correction that lies over it with its reason. */
export function ProblemDetail({ problem }: { readonly problem: ProblemRow | null }): ReactElement {
  const { t } = useTranslation();
  const { act, say } = useAct();
  const showSource = useApp((state) => state.showSource);
  const [form] = Form.useForm<Values>();
  if (problem === null) {
    return (
      <aside className="problem-detail">
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('validate.choose')} />
      </aside>
    );
  }
  const change = (work: () => Promise<unknown>, words: string): Promise<void> =>
    act(async () => {
      await work();
      await refresh(
        'problems.list',
        'problems.facets',
        'problems.readiness',
        'files.list',
        'inspection.overview',
        'source.rows',
      );
      say(words);
    });
  const place = `${problem.file} › ${problem.sheet} › ${problem.cell}`;
  const { correction } = problem;
  return (
    <aside className="problem-detail" aria-label={place}>
      <h2>{pick(problem.words)}</h2>
      <Button
        type="link"
        className="problem-link"
        icon={<TableOutlined />}
        aria-label={t('validate.openCell', { place })}
        onClick={() => {
          showSource({ sheetId: problem.sheetId, row: problem.row, cell: problem.cell });
        }}
      >
        {place}
      </Button>
      <dl>
        <dt>{t('validate.column.field')}</dt>
        <dd>{problem.fieldLabel ? pick(problem.fieldLabel) : t('common.none')}</dd>
        <dt>{t('validate.original')}</dt>
        <dd>
          {problem.value === '' ? (
            <span className="sample sample-empty">{t('validate.blank')}</span>
          ) : (
            <span className="sample">{problem.value}</span>
          )}
        </dd>
        {correction ? (
          <>
            <dt>{t('validate.correction')}</dt>
            <dd>
              <span className="corrected-value">{correction.value}</span>
              <span className="secondary">
                {correction.reason} · {t('validate.at', { at: new Date(correction.at).toLocaleString() })}
              </span>
            </dd>
          </>
        ) : null}
      </dl>
      <p className="secondary">{t('validate.code', { code: problem.code })}</p>
      {problem.field === null ? (
        <p className="secondary">{t('validate.wholeRow')}</p>
      ) : (
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ value: correction?.value ?? problem.value, reason: correction?.reason ?? '' }}
          onFinish={({ value, reason }) =>
            void change(() => call('corrections.set', { problem: problem.id, value, reason }), t('validate.saved'))
          }
        >
          <Form.Item name="value" label={t('validate.newValue')}>
            <Input maxLength={2000} />
          </Form.Item>
          <Form.Item
            name="reason"
            label={t('validate.reason')}
            rules={[{ required: true, whitespace: true, message: t('validate.reasonNeeded') }]}
          >
            <AutoComplete
              maxLength={500}
              options={t('validate.reasons')
                .split('|')
                .map((value) => ({ value }))}
            />
          </Form.Item>
          <div className="problem-actions">
            <Button htmlType="submit">{t('validate.save')}</Button>
            {correction ? (
              <Button
                type="text"
                icon={<UndoOutlined />}
                onClick={() =>
                  void change(() => call('corrections.remove', { problem: problem.id }), t('validate.undone'))
                }
              >
                {t('validate.undo')}
              </Button>
            ) : null}
          </div>
        </Form>
      )}
    </aside>
  );
}
