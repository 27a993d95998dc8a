import { Button, Empty } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/queries.ts';
import { useApp } from '../../app/store.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { SheetViewer } from './SheetViewer.tsx';
import './source.css';

/** The originals as they stand, read-only; opens at the cell that a finding or a problem names. */
export function SourceSheet(): ReactElement | null {
  const { t } = useTranslation();
  const go = useApp((state) => state.go);
  const target = useApp((state) => state.target);
  const files = useCall('files.list', {});
  if (files.error) return <ErrorPanel error={files.error} onRetry={() => void files.refetch()} />;
  if (!files.data) return null;
  const read = files.data.filter((file) => file.sheets.length > 0);
  const file = read.find((one) => one.sheets.some((sheet) => sheet.id === target?.sheetId)) ?? read[0];
  const sheet = file?.sheets.find((one) => one.id === target?.sheetId) ?? file?.sheets[0];
  if (!file || !sheet) {
    return (
      <Empty className="screen-empty" description={`${t('source.none')} · ${t('source.noneHint')}`}>
        <Button
          type="primary"
          onClick={() => {
            go('import');
          }}
        >
          {t('source.toImport')}
        </Button>
      </Empty>
    );
  }
  return (
    <SheetViewer
      key={sheet.id}
      files={read}
      file={file}
      sheet={sheet}
      target={target?.sheetId === sheet.id ? target : null}
    />
  );
}
