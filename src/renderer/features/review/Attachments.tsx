import { DeleteOutlined, DownloadOutlined, PaperClipOutlined } from '@ant-design/icons';
import { App as AntdApp, Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { FindingDetail } from '../../../contract/model.ts';
import { call } from '../../app/api.ts';
import { refresh } from '../../app/queries.ts';
import { wordsOfError } from '../../app/words-of-error.ts';
import { fileSize } from '../../ui/file-size.ts';

type Attachment = FindingDetail['attachments'][number];

interface Props {
  readonly finding: string;
  readonly attachments: readonly Attachment[];
}

/** Papers beside a finding: kept in the encrypted inspection, saved elsewhere on demand. */
export function Attachments({ finding, attachments }: Props): ReactElement {
  const { t } = useTranslation();
  const { message, modal } = AntdApp.useApp();
  const act = async (work: () => Promise<string | null>): Promise<void> => {
    try {
      const said = await work();
      await refresh();
      if (said !== null) void message.success(said);
    } catch (error) {
      void message.warning(wordsOfError(error));
    }
  };
  const add = async (): Promise<string | null> => {
    const { added } = await call('attachments.add', { finding });
    return added === 0 ? null : t('review.attachments.added', { count: added });
  };
  const save = async (id: number): Promise<string | null> => {
    const { path } = await call('attachments.save', { id });
    return path === null ? null : t('review.attachments.saved', { path });
  };
  const remove = (attachment: Attachment): void => {
    modal.confirm({
      title: t('review.attachments.removeTitle', { name: attachment.name }),
      content: t('review.attachments.removeText'),
      okText: t('review.attachments.removeOk'),
      onOk: () =>
        act(async () => {
          await call('attachments.remove', { id: attachment.id });
          return null;
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
            <span className="secondary nowrap">{attachment.at.slice(0, 10)}</span>
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
