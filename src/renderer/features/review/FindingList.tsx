import { useVirtualizer } from '@tanstack/react-virtual';
import { Checkbox, Empty, Segmented, Select } from 'antd';
import { useEffect, useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { FindingRow, FindingsOrder } from '../../../contract/model.ts';
import { pick } from '../../i18n/index.ts';
import { ClassIcon, SeverityMark } from '../../ui/ClassTag.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { useFindingPages, type FindingPages } from './use-finding-pages.ts';
import { useReview } from './use-review.ts';

const groupOf = (row: FindingRow, group: FindingsOrder['group']): string =>
  group === 'case' ? row.subject : group === 'party' ? row.party : group === 'rule' ? pick(row.title) : '';

interface RowProps {
  readonly row: FindingRow;
  readonly index: number;
  readonly caption: string | null;
}

function Row({ row, index, caption }: RowProps): ReactElement {
  const { t } = useTranslation();
  const current = useReview((state) => state.cursor === index);
  const ticked = useReview((state) => state.ticked.has(row.id));
  const moveTo = useReview((state) => state.moveTo);
  const tick = useReview((state) => state.tick);
  return (
    <>
      {caption === null ? null : (
        <div className="group-row ellipsis" role="row">
          <span role="gridcell">{caption}</span>
        </div>
      )}
      <div
        className={current ? 'finding-row current' : 'finding-row'}
        role="row"
        aria-selected={current}
        id={`finding-${String(index)}`}
        onClick={() => {
          moveTo(index);
        }}
      >
        <span role="gridcell">
          <Checkbox
            checked={ticked}
            tabIndex={-1}
            aria-label={`${t('review.tick')} ${pick(row.title)} ${row.subject}`}
            onClick={(event) => {
              event.stopPropagation();
            }}
            onChange={(event) => {
              tick([row.id], event.target.checked);
            }}
          />
        </span>
        <span role="gridcell">
          <ClassIcon value={row.class} />
        </span>
        <span className="finding-text" role="gridcell">
          <span className="finding-line">
            <span className="ellipsis finding-title">{pick(row.title)}</span>
            <SeverityMark value={row.severity} />
          </span>
          <span className="finding-line secondary">
            <span className="ellipsis">{row.party}</span>
            <span className={`decisive class-${row.class}`}>{pick(row.decisive)}</span>
            <span className="nowrap">{t(`state.${row.state}`)}</span>
          </span>
        </span>
      </div>
    </>
  );
}

/** The findings that fit, virtual; groups show their caption above their first row. */
export function FindingList({ onPages }: { readonly onPages: (pages: FindingPages) => void }): ReactElement {
  const { t } = useTranslation();
  const filter = useReview((state) => state.filter);
  const order = useReview((state) => state.order);
  const setOrder = useReview((state) => state.setOrder);
  const cursor = useReview((state) => state.cursor);
  const tickedCount = useReview((state) => state.ticked.size);
  const scroller = useRef<HTMLDivElement>(null);
  const totalRef = useRef(0);
  const rowHeight = 4 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const virtual = useVirtualizer({
    count: totalRef.current,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  const pages = useFindingPages(filter, order, items[0]?.index ?? 0, Math.max(items.at(-1)?.index ?? 0, cursor));
  totalRef.current = pages.total;
  useEffect(() => {
    onPages(pages);
  });
  useEffect(() => {
    if (cursor < pages.total) virtual.scrollToIndex(cursor, { align: 'auto' });
    // Scrolling follows the cursor, not every page that arrives.
  }, [cursor]);

  const caption = (row: FindingRow, index: number): string | null => {
    if (order.group === 'none') return null;
    const before = index === 0 ? undefined : pages.row(index - 1);
    const mine = groupOf(row, order.group);
    return before && groupOf(before, order.group) === mine ? null : mine;
  };

  return (
    <section className="finding-list" aria-label={t('review.list')}>
      <div className="list-tools">
        <Segmented
          size="small"
          value={order.group}
          onChange={(group) => {
            setOrder({ group });
          }}
          options={(['case', 'party', 'rule', 'none'] as const).map((value) => ({
            value,
            label: t(`review.group.${value}`),
          }))}
        />
        <Select
          size="small"
          value={order.by}
          aria-label={t('review.order.label')}
          onChange={(by) => {
            setOrder({ by });
          }}
          options={(['severity', 'subject', 'rule', 'party'] as const).map((value) => ({
            value,
            label: t(`review.order.${value}`),
          }))}
        />
      </div>
      <div className="list-counts" aria-live="polite">
        {t('review.shown', {
          shown: pages.total.toLocaleString(),
          all: pages.all.toLocaleString(),
          cases: pages.cases.toLocaleString(),
        })}
        <span className="grow" />
        {t('review.ticked', { count: tickedCount })}
      </div>
      {pages.error ? <ErrorPanel error={pages.error} /> : null}
      {!pages.loading && pages.total === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={`${t('review.nothing')} ${t('review.nothingHint')}`} />
      ) : null}
      <div
        className="list-scroll"
        ref={scroller}
        role="grid"
        tabIndex={0}
        aria-label={t('review.list')}
        aria-activedescendant={`finding-${String(cursor)}`}
        aria-busy={pages.loading}
      >
        <div style={{ height: virtual.getTotalSize(), position: 'relative' }} role="presentation">
          {items.map((item) => {
            const row = pages.row(item.index);
            return (
              <div
                key={item.key}
                data-index={item.index}
                ref={virtual.measureElement}
                className="list-item"
                role="presentation"
                style={{ transform: `translateY(${String(item.start)}px)` }}
              >
                {row ? (
                  <Row row={row} index={item.index} caption={caption(row, item.index)} />
                ) : (
                  <div className="finding-row skeleton" />
                )}
              </div>
            );
          })}
        </div>
      </div>
    </section>
  );
}
