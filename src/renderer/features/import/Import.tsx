import { ArrowRightOutlined, FolderOpenOutlined, InboxOutlined } from '@ant-design/icons';
import { Button, Skeleton } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/queries.ts';
import { useApp } from '../../app/store.ts';
import { useWish } from '../../app/use-wish.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { FileTable } from './FileTable.tsx';
import { ImportProgress } from './ImportProgress.tsx';
import { useFileDrop } from './use-file-drop.ts';
import { useImportActions, useImportJob } from './use-import.ts';
import './import.css';

/** Step 1: files into the inspection, and what was recognised in them. */
export function Import(): ReactElement {
  const { t } = useTranslation();
  const go = useApp((state) => state.go);
  const files = useCall('files.list', {});
  const job = useImportJob();
  const { choose, take } = useImportActions();
  const over = useFileDrop((dropped) => void take(dropped));

  useWish('files', () => void choose());

  const list = files.data ?? [];
  const sheets = list.flatMap((file) => file.sheets);
  const failed = list.filter((file) => file.error !== null).length;
  const empty = files.data?.length === 0;
  return (
    <div className="import">
      <div className="screen-head">
        <h1>{t('import.title')}</h1>
        <span className="secondary">
          {files.data === undefined
            ? ''
            : [
                t('common.files', { count: list.length }),
                t('common.sheets', { count: sheets.length }),
                t('common.records', { count: sheets.reduce((sum, sheet) => sum + sheet.records, 0) }),
              ].join(' · ')}
        </span>
        <span className="grow" />
        <Button
          type={empty ? 'primary' : 'default'}
          icon={<FolderOpenOutlined />}
          disabled={job !== null}
          onClick={() => void choose()}
        >
          {t('import.choose')}
        </Button>
      </div>
      <div className={`drop-zone${empty ? ' large' : ''}${over ? ' over' : ''}`}>
        <InboxOutlined aria-hidden="true" />
        <span>
          <strong>{over ? t('import.dropNow') : t('import.dropTitle')}</strong>
          <span className="secondary">{t('import.dropHint')}</span>
        </span>
      </div>
      <ImportProgress job={job} />
      {failed > 0 ? (
        <p className="import-failed" role="status">
          {t('import.someFailed', { count: failed })}
        </p>
      ) : null}
      {files.error ? <ErrorPanel error={files.error} onRetry={() => void files.refetch()} /> : null}
      {files.isPending ? <Skeleton active paragraph={{ rows: 6 }} /> : null}
      {list.length === 0 ? <div className="grow" /> : <FileTable files={list} />}
      {list.length === 0 ? null : (
        <div className="screen-foot">
          <span className="grow" />
          <Button
            type="primary"
            disabled={job !== null || sheets.length === 0}
            onClick={() => {
              go('map');
            }}
          >
            {t('import.next')} <ArrowRightOutlined aria-hidden="true" />
          </Button>
        </div>
      )}
    </div>
  );
}
