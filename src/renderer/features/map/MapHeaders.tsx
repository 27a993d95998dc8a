import { Button, Empty } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/queries.ts';
import { useApp } from '../../app/store.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { MapSheet } from './MapSheet.tsx';
import { SheetList } from './SheetList.tsx';
import { useMap } from './use-map.ts';
import './map.css';

/** Step 2: what each column means. Sheets that ask for attention come up first. */
export function MapHeaders(): ReactElement | null {
  const { t } = useTranslation();
  const go = useApp((state) => state.go);
  const files = useCall('files.list', {});
  const chosen = useMap((state) => state.sheetId);
  const read = (files.data ?? []).filter((file) => file.sheets.length > 0);
  const sheets = read.flatMap((file) => file.sheets.map((sheet) => ({ file, sheet })));
  const current =
    sheets.find(({ sheet }) => sheet.id === chosen) ?? sheets.find(({ sheet }) => sheet.attention > 0) ?? sheets[0];

  if (files.error) return <ErrorPanel error={files.error} onRetry={() => void files.refetch()} />;
  if (files.isPending) return null;
  if (!current) {
    return (
      <Empty className="screen-empty" description={`${t('map.none')} · ${t('map.noneHint')}`}>
        <Button
          type="primary"
          onClick={() => {
            go('import');
          }}
        >
          {t('map.toImport')}
        </Button>
      </Empty>
    );
  }
  const after = sheets[(sheets.indexOf(current) + 1) % sheets.length];
  return (
    <div className="map">
      <SheetList files={read} current={current.sheet.id} />
      <MapSheet
        key={current.sheet.id}
        file={current.file.name}
        sheet={current.sheet}
        next={after?.sheet.id ?? current.sheet.id}
      />
    </div>
  );
}
