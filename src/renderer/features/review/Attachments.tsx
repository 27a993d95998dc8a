import { DeleteOutlined, DownloadOutlined, PaperClipOutlined } from '@ant-design/icons';
import { App as AntdApp, Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { FindingDetail } from '../../../contract/model.ts';
import { call } from '../../app/api.ts';
import { refresh } from '../../app/queries.ts';
import { fileSize } from '../../ui/file-size.ts';
import { when } from '../../ui/when.ts';
import { useAct } from '../../ui/use-act.ts';

type Attachment = FindingDetail['attachments'][number];

interface Props {
  readonly finding: string;
  readonly attachments: readonly Attachment[];
}

/** Papers beside a finding: kept in the encrypted inspection, saved elsewhere on demand. */
export function Attachments({ finding, attachments }: Props): ReactElement {
  const { t } = useTranslation();
  const { modal } = AntdApp.useApp();
  const { act, say } = useAct();
  const add = async (): Promise<void> => {
    const { added } = await call('attachments.add', { finding });
    await refresh();
    if (added > 0) say(t('review.attachments.added', { count: added }));
  };
  const save = async (id: number): Promise<void> => {
    const { path } = await call('attachments.save', { id });
    await refresh('log.list');
    if (path !== null) say(t('review.attachments.saved', { path }));
  };
  const remove = (attachment: Attachment): void => {
    modal.confirm({
      title: t('review.attachments.removeTitle', { name: attachment.name }),
      content: t('review.attachments.removeText'),
      okText: t('review.attachments.removeOk'),
      onOk: () =>
        act(async () => {
          await call('attachments.remove', { id: attachment.id });
          await refresh();
        }),
    });
  };
  return (
    <section className="detail-block" aria-label={t('review.attachments.title')}>
      <h3>
        {t('review.attachments.title')} <span className="secondary">{t('review.attachments.note')}</span>
      </h3>
      <ul className="attachments">
        {attachments.map((attachment) => (
          <li key={attachment.id}>
            <PaperClipOutlined aria-hidden="true" />
            <span className="ellipsis" title={`${attachment.name}\nSHA-256 ${attachment.sha256}`}>
              {attachment.name}
            </span>
            <span className="secondary nowrap">{fileSize(attachment.bytes)}</span>
            <span className="secondary nowrap">{when(attachment.at)}</span>
            <Button
              type="text"
              size="small"
              icon={<DownloadOutlined />}
              aria-label={t('review.attachments.save', { name: attachment.name })}
              onClick={() => void act(() => save(attachment.id))}
            />
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={t('review.attachments.remove', { name: attachment.name })}
              onClick={() => {
                remove(attachment);
              }}
            />
          </li>
        ))}
      </ul>
      <Button size="small" icon={<PaperClipOutlined />} onClick={() => void act(add)}>
        {t('review.attachments.add')}
      </Button>
    </section>
  );
}
