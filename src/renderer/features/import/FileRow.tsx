import { CopyOutlined, DeleteOutlined, FileExcelOutlined, WarningFilled } from '@ant-design/icons';
import { App as AntdApp, Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SourceFile } from '../../../contract/model.ts';
import { call } from '../../app/api.ts';
import { refresh } from '../../app/queries.ts';
import { copyText } from '../../ui/copy-text.ts';
import { fileSize } from '../../ui/file-size.ts';
import { useAct } from '../../ui/use-act.ts';
import { FileErrorWords } from './FileErrorWords.tsx';

interface Props {
  readonly file: SourceFile;
  /** Imported before under the same name, and still there. */
  readonly former: SourceFile | undefined;
}

/** A file: its hash to be compared, and why it was left out, if it was. */
export function FileRow({ file, former }: Props): ReactElement {
  const { t } = useTranslation();
  const { modal } = AntdApp.useApp();
  const { act, say } = useAct();
  const { name } = file;
  const askToRemove = ({ id, name: removed }: SourceFile): void => {
    modal.confirm({
      title: t('import.removeTitle', { name: removed }),
      content: t('import.removeText'),
      okText: t('import.removeOk'),
      onOk: () =>
        act(async () => {
          await call('files.remove', { id });
          await refresh();
        }),
    });
  };
  return (
    <div role="cell" className="file-cell">
      <div className="file-row">
        {file.error === null ? (
          <FileExcelOutlined className="file-icon" aria-hidden="true" />
        ) : (
          <WarningFilled className="file-icon failed" aria-hidden="true" />
        )}
        <strong className="ellipsis" title={name}>
          {name}
        </strong>
        <span className="secondary nowrap">{fileSize(file.bytes)}</span>
        {file.encoding === null ? null : (
          <span className="tag tag-plain" title={t('import.encodingHint')}>
            {t('import.encoding', { name: file.encoding.toUpperCase() })}
          </span>
        )}
        {file.sha256 === '' ? null : (
          <span className="secondary nowrap" title={file.sha256}>
            {t('import.sha', { short: `${file.sha256.slice(0, 8)}…${file.sha256.slice(-4)}` })}
            <Button
              type="text"
              size="small"
              icon={<CopyOutlined />}
              aria-label={t('import.copySha', { name })}
              onClick={() => {
                copyText(file.sha256);
                say(t('import.copied'));
              }}
            />
          </span>
        )}
        <span className="grow" />
        <Button
          type="text"
          size="small"
          icon={<DeleteOutlined />}
          aria-label={t('import.remove', { name })}
          onClick={() => {
            askToRemove(file);
          }}
        />
      </div>
      {file.error === null ? null : <FileErrorWords code={file.error} />}
      {former === undefined ? null : (
        <p className="file-former">
          <WarningFilled aria-hidden="true" /> {t('import.former', { name: former.name })}{' '}
          <Button
            type="link"
            size="small"
            onClick={() => {
              askToRemove(former);
            }}
          >
            {t('import.removeFormer')}
          </Button>
        </p>
      )}
    </div>
  );
}
