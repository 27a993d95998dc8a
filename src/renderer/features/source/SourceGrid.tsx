import { EditOutlined, EyeInvisibleOutlined, WarningFilled } from '@ant-design/icons';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Button, Empty } from 'antd';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SourceRow } from '../../../contract/model.ts';
import { call } from '../../app/api.ts';
import { useCall } from '../../app/queries.ts';
import { usePagesOf } from '../../app/use-pages.ts';
import { ClassIcon } from '../../ui/ClassTag.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { remPixels } from '../../ui/rem.ts';
import { linesOf, type Fold } from './folds.ts';
import type { Place, Selected, SourceColumn } from './viewer.ts';
import type { Hit } from './use-source-find.ts';

interface Props {
  readonly sheetId: number;
  readonly place: Place;
  readonly hits: readonly Hit[];
  /** Addresses of the cells that the finding looked at rests on. */
  readonly used: ReadonlySet<string>;
  readonly hiddenShown: boolean;
  readonly onPlace: (place: Place) => void;
  readonly onSelected: (selected: Selected) => void;
}

const ROW = 2.23;
const GUTTER = 5.4;
const noColumns: readonly SourceColumn[] = [];
const noFolds: readonly Fold[] = [];

/** Han characters are as wide as the font is high, others about half. */
const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e80 ? 1 : 0.58), 0);

const rank = { violation: 0, overLimit: 1, lead: 2 } as const;

function Mark({ row }: { readonly row: SourceRow }): ReactElement | null {
  const { t } = useTranslation();
  const worst = [...row.findings].sort((a, b) => rank[a.class] - rank[b.class])[0];
  if (worst) return <ClassIcon value={worst.class} />;
  if (row.problems.length > 0) return <WarningFilled className="amber" aria-label={t('source.legendUnreadable')} />;
  if (row.corrections.length > 0)
    return <EditOutlined className="corrected" aria-label={t('source.legendCorrected')} />;
  return row.hidden ? <EyeInvisibleOutlined aria-label={t('source.hiddenRow')} /> : null;
}

/** Rows and columns with their original numbers and letters, virtual both ways. */
export function SourceGrid({ sheetId, place, hits, used, hiddenShown, onPlace, onSelected }: Props): ReactElement {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const rem = remPixels();
  const [total, setTotal] = useState(place.row);
  const { data: folds = noFolds } = useCall('source.folds', { sheetId });
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const keyOf = ({ first }: Fold): string => `${String(sheetId)} ${String(first)}`;
  const unfold = (fold: Fold): void => {
    setUnfolded((now) => new Set([...now, keyOf(fold)]));
  };
  const around = folds.find(({ first, last }) => first <= place.row && place.row <= last);
  // A row that is looked at is shown, and what was opened stays open.
  if (around && !unfolded.has(keyOf(around))) unfold(around);
  const lines = useMemo(
    () =>
      linesOf(
        // The sheet is at least as long as its last hidden row, before its length is known.
        Math.max(total, folds.at(-1)?.last ?? 0),
        folds.filter((fold) => !unfolded.has(keyOf(fold))),
      ),
    [total, folds, unfolded, sheetId],
  );
  const rows = useVirtualizer({
    count: lines.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW * rem,
    overscan: 12,
    scrollPaddingStart: 4.4 * rem,
  });
  const items = rows.getVirtualItems();
  const pages = usePagesOf(['source.rows', { sheetId }], (page) => call('source.rows', { sheetId, ...page }), [
    place.row - 1,
    ...items.flatMap(({ index }) => (lines.at(index).row ?? place.row) - 1),
  ]);
  const { known } = pages;
  if (known && known.total !== total) setTotal(known.total);
  const columns = known?.columns ?? noColumns;
  const rowAt = (number: number): SourceRow | undefined =>
    pages.at(number - 1).page?.rows.find((row) => row.row === number);

  const shown = useMemo(
    () => columns.flatMap((column, index) => (column.hidden && !hiddenShown && index !== place.column ? [] : [index])),
    [columns, hiddenShown, place.column],
  );
  const widths = useMemo(() => {
    const sample = known?.rows.slice(0, 30) ?? [];
    return columns.map((column, index) => {
      const longest = Math.max(widthOf(column.header), ...sample.map((row) => widthOf(row.cells[index] ?? '')));
      return Math.min(20, Math.max(5, longest + 1.6));
    });
    // Widths stay as the first page gave them: columns must not move under the eye.
  }, [columns.length, sheetId]);
  const across = useVirtualizer({
    horizontal: true,
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (widths[shown[index] ?? 0] ?? 8) * rem,
    overscan: 4,
    scrollPaddingStart: GUTTER * rem,
    paddingStart: GUTTER * rem,
  });
  useEffect(() => {
    across.measure();
  }, [across, shown, widths]);

  const selected = rowAt(place.row);
  useEffect(() => {
    onSelected({ columns, row: selected, total: known?.total });
  }, [columns, selected, known?.total, onSelected]);
  const position = shown.indexOf(place.column);
  useEffect(() => {
    if (total >= place.row) rows.scrollToIndex(lines.of(place.row), { align: 'auto' });
    if (position >= 0) across.scrollToIndex(position, { align: 'auto' });
    // Scrolling follows the chosen cell, not what arrives while one scrolls by hand.
  }, [place, known === undefined]);

  const hitSet = useMemo(() => new Set(hits.map((hit) => `${String(hit.row)} ${String(hit.column)}`)), [hits]);
  const move = (event: KeyboardEvent): void => {
    const by = {
      ArrowDown: [1, 0],
      ArrowUp: [-1, 0],
      ArrowRight: [0, 1],
      ArrowLeft: [0, -1],
      PageDown: [20, 0],
      PageUp: [-20, 0],
    }[event.key];
    if (!by) return;
    event.preventDefault();
    const [down = 0, right = 0] = by;
    const column = shown[Math.min(Math.max(0, position + right), shown.length - 1)] ?? place.column;
    onPlace({ row: Math.min(Math.max(1, place.row + down), Math.max(1, total)), column });
  };
  const cellClass = (row: SourceRow | undefined, number: number, column: number): string => {
    const names = ['grid-cell'];
    if (row?.problems.includes(column)) names.push('unreadable');
    if (row?.corrections.some((one) => one.column === column)) names.push('overlaid');
    if (used.has(`${columns[column]?.letter ?? ''}${String(number)}`)) names.push('used');
    if (hitSet.has(`${String(number)} ${String(column)}`)) names.push('hit');
    if (number === place.row && column === place.column) names.push('target');
    return names.join(' ');
  };

  if (pages.error) return <ErrorPanel error={pages.error} />;
  if (known?.total === 0)
    return <Empty className="source-empty" image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('source.emptySheet')} />;
  const width = across.getTotalSize();
  const cellsAcross = across.getVirtualItems();
  return (
    <div
      className="source-grid"
      ref={scroller}
      role="grid"
      tabIndex={0}
      aria-label={t('source.grid')}
      aria-rowcount={total}
      aria-colcount={columns.length}
      aria-busy={pages.pending}
      onKeyDown={move}
    >
      <div className="grid-top" style={{ width }} role="row">
        <span className="grid-corner" role="presentation" />
        {cellsAcross.map((item) => {
          const column = columns[shown[item.index] ?? 0];
          return (
            <span
              key={item.key}
              role="columnheader"
              className={`grid-header${shown[item.index] === place.column ? ' current' : ''}`}
              style={{ transform: `translateX(${String(item.start)}px)`, width: item.size }}
            >
              <span className="grid-letter">{column?.letter}</span>
              <span className="grid-name ellipsis" title={column?.header}>
                {column?.header}
              </span>
            </span>
          );
        })}
      </div>
      <div style={{ height: rows.getTotalSize(), width, position: 'relative' }} role="presentation">
        {items.map((item) => {
          const { row: number, fold } = lines.at(item.index);
          if (number === null) {
            return (
              <div
                key={item.key}
                role="row"
                aria-rowindex={fold.first}
                className="grid-row grid-fold"
                style={{ transform: `translateY(${String(item.start)}px)`, width, height: item.size }}
              >
                <span role="gridcell" className="fold-words secondary">
                  <EyeInvisibleOutlined aria-hidden="true" />{' '}
                  {t(fold.first === fold.last ? 'source.foldedOne' : 'source.folded', {
                    first: fold.first,
                    last: fold.last,
                    count: fold.last - fold.first + 1,
                  })}{' '}
                  <Button
                    type="link"
                    size="small"
                    onClick={() => {
                      unfold(fold);
                    }}
                  >
                    {t('source.unfold')}
                  </Button>
                </span>
              </div>
            );
          }
          const row = rowAt(number);
          return (
            <div
              key={item.key}
              role="row"
              aria-rowindex={number}
              className={`grid-row${number === place.row ? ' current' : ''}${row?.hidden ? ' hidden-row' : ''}`}
              style={{ transform: `translateY(${String(item.start)}px)`, width, height: item.size }}
            >
              <span className="grid-gutter" role="rowheader">
                <span className="grid-mark">{row ? <Mark row={row} /> : null}</span>
                {number}
              </span>
              {cellsAcross.map((across) => {
                const column = shown[across.index] ?? 0;
                const correction = row?.corrections.find((one) => one.column === column);
                const value = correction?.value ?? row?.cells[column] ?? '';
                return (
                  <span
                    key={across.key}
                    role="gridcell"
                    aria-selected={number === place.row && column === place.column}
                    className={cellClass(row, number, column)}
                    style={{ transform: `translateX(${String(across.start)}px)`, width: across.size }}
                    title={value}
                    onClick={() => {
                      onPlace({ row: number, column });
                    }}
                  >
                    {value}
                  </span>
                );
              })}
            </div>
          );
        })}
      </div>
    </div>
  );
}
