import { EditOutlined } from '@ant-design/icons';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Empty } from 'antd';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProblemRow } from '../../../contract/model.ts';
import { call } from '../../app/api.ts';
import { usePages } from '../../app/use-pages.ts';
import { pick } from '../../i18n/index.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { remPixels } from '../../ui/rem.ts';
import { facetIds, useValidate } from './use-validate.ts';

const ROW = 2.62;

function Cells({ row }: { readonly row: ProblemRow }): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <span className="problem-place" title={`${row.file} › ${row.sheet} › ${row.cell}`}>
        <strong>{row.cell}</strong> <span className="secondary">{row.file}</span>
      </span>
      <span className="ellipsis" title={row.fieldLabel ? pick(row.fieldLabel) : ''}>
        {row.fieldLabel ? pick(row.fieldLabel) : ''}
      </span>
      {row.value === '' ? (
        <span className="sample sample-empty">{t('validate.blank')}</span>
      ) : (
        <span className="ellipsis" title={row.value}>
          {row.value}
        </span>
      )}
      <span className="ellipsis" title={pick(row.words)}>
        {pick(row.words)}
      </span>
      {row.correction ? (
        <span className="corrected">
          <EditOutlined aria-hidden="true" /> {t('validate.corrected')}
        </span>
      ) : (
        <span className={row.severity === 'error' ? 'amber' : 'secondary'}>
          {t(`validate.severity.${row.severity}`)}
        </span>
      )}
    </>
  );
}

/** The problems that fit, virtual, each with its cell. */
export function ProblemList({ onCurrent }: { readonly onCurrent: (row: ProblemRow | null) => void }): ReactElement {
  const { t } = useTranslation();
  const { filter, cursor, moveTo } = useValidate();
  const scroller = useRef<HTMLDivElement>(null);
  const [total, setTotal] = useState(0);
  const rowHeight = ROW * remPixels();
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  const pages = usePages(
    ['problems.list', filter],
    (page) => call('problems.list', { ...filter, ...page }),
    items[0]?.index ?? 0,
    items.at(-1)?.index ?? 0,
  );
  const count = pages.known?.total;
  if (count !== undefined && count !== total) setTotal(count);
  const rowAt = (index: number): ProblemRow | undefined => {
    const { page, offset } = pages.at(index);
    return page?.rows[offset];
  };
  const current = rowAt(cursor);
  useEffect(() => {
    if (current || total === 0) onCurrent(current ?? null);
  }, [current, onCurrent, total]);

  const move = (event: KeyboardEvent): void => {
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const next = Math.min(Math.max(0, cursor + by), Math.max(0, total - 1));
    moveTo(next);
    virtual.scrollToIndex(next, { align: 'auto' });
  };
  const filtered = facetIds.some((id) => filter[id] !== null);
  return (
    <section className="problem-list" aria-label={t('validate.list')}>
      <div className="problem-count" aria-live="polite">
        {t('validate.shown', { shown: total.toLocaleString() })}
      </div>
      <div className="problem-grid problem-head" aria-hidden="true">
        {(['place', 'field', 'value', 'problem', 'state'] as const).map((name) => (
          <span key={name}>{t(`validate.column.${name}`)}</span>
        ))}
      </div>
      {pages.error ? <ErrorPanel error={pages.error} /> : null}
      {count === 0 ? (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description={filtered ? t('validate.nothingFits') : `${t('validate.nothing')} · ${t('validate.nothingHint')}`}
        />
      ) : null}
      <div
        className="list-scroll"
        ref={scroller}
        role="listbox"
        tabIndex={0}
        aria-label={t('validate.list')}
        aria-busy={pages.pending}
        aria-activedescendant={current ? `problem-${String(cursor)}` : undefined}
        onKeyDown={move}
      >
        <div style={{ height: virtual.getTotalSize(), position: 'relative' }} role="presentation">
          {items.map((item) => {
            const row = rowAt(item.index);
            return (
              <div
                key={item.key}
                id={`problem-${String(item.index)}`}
                role="option"
                aria-selected={item.index === cursor}
                className={`problem-grid problem-row${item.index === cursor ? ' current' : ''}`}
                style={{ transform: `translateY(${String(item.start)}px)`, height: rowHeight }}
                onClick={() => {
                  moveTo(item.index);
                }}
              >
                {row ? <Cells row={row} /> : null}
              </div>
            );
          })}
        </div>
      </div>
    </section>
  );
}
