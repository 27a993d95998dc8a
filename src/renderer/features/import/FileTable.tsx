import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SourceFile } from '../../../contract/model.ts';
import { remPixels } from '../../ui/rem.ts';
import { FileRow } from './FileRow.tsx';
import { formerFile } from './former-file.ts';
import { SheetRow } from './SheetRow.tsx';

type Line =
  | { readonly kind: 'file'; readonly file: SourceFile }
  | { readonly kind: 'sheet'; readonly file: SourceFile; readonly sheet: SourceFile['sheets'][number] };

/** Files that failed come first: they are what needs a person. */
function linesOf(files: readonly SourceFile[]): readonly Line[] {
  const ordered = [...files.filter((file) => file.error !== null), ...files.filter((file) => file.error === null)];
  return ordered.flatMap((file): Line[] => [
    { kind: 'file', file },
    ...file.sheets.map((sheet): Line => ({ kind: 'sheet', file, sheet })),
  ]);
}

/** Files with their sheets, virtual: an inspection may hold two thousand files. */
export function FileTable({ files }: { readonly files: readonly SourceFile[] }): ReactElement {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => linesOf(files), [files]);
  const rem = remPixels();
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]?.kind === 'file' ? 2.6 : 2.5) * rem,
    overscan: 10,
  });
  return (
    <div className="card file-table" role="table" aria-label={t('import.list')} aria-rowcount={lines.length + 1}>
      <div role="rowgroup">
        <div className="file-grid file-head" role="row">
          {(['name', 'register', 'header', 'records', 'problems', 'attention'] as const).map((name, index) => (
            <span key={name} role="columnheader" className={index >= 2 ? 'number' : ''}>
              {t(`import.column.${name}`)}
            </span>
          ))}
        </div>
      </div>
      <div className="file-scroll" ref={scroller} role="rowgroup" tabIndex={0}>
        <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map((item) => {
            const line = lines[item.index];
            return (
              <div
                key={item.key}
                data-index={item.index}
                ref={virtual.measureElement}
                role="row"
                aria-rowindex={item.index + 2}
                className="file-line"
                style={{ transform: `translateY(${String(item.start)}px)` }}
              >
                {line?.kind === 'file' ? (
                  <FileRow file={line.file} former={formerFile(line.file, files)} />
                ) : line ? (
                  <SheetRow file={line.file} sheet={line.sheet} />
                ) : null}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
