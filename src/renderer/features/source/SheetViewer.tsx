import { ArrowLeftOutlined, CopyOutlined, DownOutlined, SearchOutlined, UpOutlined } from '@ant-design/icons';
import { App as AntdApp, Button, Input, Select } from 'antd';
import { useCallback, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SourceFile } from '../../../contract/model.ts';
import { useApp, type SourceTarget } from '../../app/store.ts';
import { copyText } from '../../ui/copy-text.ts';
import { columnOfCell } from './cell-address.ts';
import { RowFindings } from './RowFindings.tsx';
import { SourceGrid } from './SourceGrid.tsx';
import type { Place, Selected } from './viewer.ts';
import { useSourceFind } from './use-source-find.ts';
import { ValueBar } from './ValueBar.tsx';

interface Props {
  readonly files: readonly SourceFile[];
  readonly file: SourceFile;
  readonly sheet: SourceFile['sheets'][number];
  readonly target: SourceTarget | null;
}

const placeOf = (target: SourceTarget): Place => ({ row: target.row, column: columnOfCell(target.cell) ?? 0 });

/** One sheet: tools, value bar, grid, tabs of the file's sheets, and the findings of the row. */
export function SheetViewer({ files, file, sheet, target }: Props): ReactElement {
  const { t } = useTranslation();
  const { message } = AntdApp.useApp();
  const go = useApp((state) => state.go);
  const showSource = useApp((state) => state.showSource);
  const [place, setPlace] = useState<Place>(target ? placeOf(target) : { row: sheet.headerRow ?? 1, column: 0 });
  const [followed, setFollowed] = useState(target);
  if (target !== followed) {
    setFollowed(target);
    if (target) setPlace(placeOf(target));
  }
  const [selected, setSelected] = useState<Selected>({ columns: [], row: undefined, total: undefined });
  const [hiddenShown, setHiddenShown] = useState(false);
  const [used, setUsed] = useState<ReadonlySet<string>>(new Set());
  const find = useSourceFind(sheet.id);
  const onSelected = useCallback((next: Selected) => {
    setSelected((now) =>
      now.row === next.row && now.columns === next.columns && now.total === next.total ? now : next,
    );
  }, []);
  const stepTo = (by: number): void => {
    const hit = find.step(by);
    if (hit) setPlace(hit);
  };
  const open = (sheetId: number, row: number | null): void => {
    showSource({ sheetId, row: row ?? 1, cell: null });
  };
  const copy = (): void => {
    const address = `${selected.columns[place.column]?.letter ?? ''}${String(place.row)}`;
    const words = `${file.name} › ${sheet.name} › ${address}：${selected.row?.cells[place.column] ?? ''}`;
    copyText(words);
    void message.success(t('source.copied', { text: words }));
  };

  return (
    <div className="source">
      <section className="source-main" aria-label={`${file.name} › ${sheet.name}`}>
        <div className="source-tools">
          <Button
            icon={<ArrowLeftOutlined />}
            onClick={() => {
              go('review');
            }}
          >
            {t('source.back')}
          </Button>
          <Select<number>
            className="source-file"
            showSearch={{ optionFilterProp: 'label' }}
            aria-label={t('source.file')}
            value={file.id}
            options={files.map((one) => ({ value: one.id, label: one.name }))}
            onChange={(id) => {
              const first = files.find((one) => one.id === id)?.sheets[0];
              if (first) open(first.id, first.headerRow);
            }}
          />
          <span className="tag tag-plain">{t('source.readOnly')}</span>
          <span className="grow" />
          <Input
            className="source-find"
            prefix={<SearchOutlined aria-hidden="true" />}
            suffix={
              find.total === null ? null : (
                <span className="secondary" role="status">
                  {find.total === 0
                    ? t('source.noHits')
                    : t('source.hits', { index: find.index + 1, total: find.total.toLocaleString() })}
                </span>
              )
            }
            placeholder={t('source.find')}
            aria-label={t('source.find')}
            allowClear
            value={find.text}
            onChange={(event) => {
              find.setText(event.target.value);
            }}
            onPressEnter={(event) => {
              stepTo(event.shiftKey ? -1 : 1);
            }}
          />
          <Button
            icon={<UpOutlined />}
            aria-label={t('source.previousHit')}
            disabled={find.hits.length === 0}
            onClick={() => {
              stepTo(-1);
            }}
          />
          <Button
            icon={<DownOutlined />}
            aria-label={t('source.nextHit')}
            disabled={find.hits.length === 0}
            onClick={() => {
              stepTo(1);
            }}
          />
          <Button icon={<CopyOutlined />} onClick={copy}>
            {t('source.copy')}
          </Button>
        </div>
        <ValueBar
          selected={selected}
          place={place}
          hiddenShown={hiddenShown}
          onHidden={() => {
            setHiddenShown((now) => !now);
          }}
        />
        <SourceGrid
          sheetId={sheet.id}
          place={place}
          hits={find.hits}
          used={used}
          hiddenShown={hiddenShown}
          onPlace={setPlace}
          onSelected={onSelected}
        />
        <div className="source-tabs" role="group" aria-label={t('source.sheets')}>
          {file.sheets.map((one) => (
            <button
              key={one.id}
              type="button"
              aria-pressed={one.id === sheet.id}
              onClick={() => {
                open(one.id, one.headerRow);
              }}
            >
              {one.name} <span className="secondary">{one.records.toLocaleString()}</span>
            </button>
          ))}
          <span className="grow" />
          {selected.total === undefined ? null : (
            <span className="secondary nowrap">
              {t('source.rowOf', { row: place.row.toLocaleString(), total: selected.total.toLocaleString() })}
            </span>
          )}
          <span className="secondary nowrap" title={file.sha256}>
            SHA-256 {file.sha256.slice(0, 4)}…{file.sha256.slice(-4)}
          </span>
        </div>
      </section>
      <RowFindings sheetId={sheet.id} place={place} row={selected.row} onPlace={setPlace} onUsed={setUsed} />
    </div>
  );
}
