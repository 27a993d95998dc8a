import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { FindingRow, FindingsOrder } from '../../../contract/model.ts';
import { useCall } from '../../app/queries.ts';
import { pick } from '../../i18n/index.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { remPixels } from '../../ui/rem.ts';
import { FindingItem } from './FindingItem.tsx';
import { groupsOf } from './groups.ts';
import { ListEnd } from './ListEnd.tsx';
import { ListTools } from './ListTools.tsx';
import { useFindingPages, type FindingPages } from './use-finding-pages.ts';
import { useReview } from './use-review.ts';

const groupOf = (row: FindingRow, group: FindingsOrder['group']): string =>
  group === 'case' ? row.subject : group === 'party' ? row.party : group === 'rule' ? pick(row.title) : '';

type Counts = Pick<FindingPages, 'total' | 'all' | 'cases'>;
const sameCounts = (a: Counts, b: Counts | null): boolean =>
  b !== null && a.total === b.total && a.all === b.all && a.cases === b.cases;

/** Rows drawn empty until the first page is there. */
const FIRST_SKELETONS = 8;
const ROW_REM = 4;
const CAPTION_REM = 2.15;
/** Rows read ahead in both directions: half a second of fast scrolling. */
const MARGIN = 100;

/** The findings that fit, virtual; a group shows its caption above its first row. Every height is known before a row is read. */
export function FindingList({
  onFilter,
}: {
  /** Opens the facets, where they are folded away. */ readonly onFilter?: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const filter = useReview((state) => state.filter);
  const order = useReview((state) => state.order);
  const cursor = useReview((state) => state.cursor);
  const tickedCount = useReview((state) => state.ticked.size);
  const scroller = useRef<HTMLDivElement>(null);
  const sizes = useCall('findings.groups', { filter, order }).data?.sizes;
  const groups = useMemo(() => groupsOf(sizes ?? ''), [sizes]);
  const [counts, setCounts] = useState<Counts | null>(null);
  const total = counts?.total ?? 0;
  const rem = remPixels();
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (groups.sizeAt(index) > 0 ? ROW_REM + CAPTION_REM : ROW_REM) * rem,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  // A row that scrolls in takes the elements of one that scrolled out: made anew they would fill the memory faster than it is cleared.
  const [slots, setSlots] = useState(1);
  if (items.length > slots) setSlots(items.length);
  const pages = useFindingPages(filter, order, items[0]?.index ?? 0, items.at(-1)?.index ?? 0, MARGIN);
  // While a new filter is counted the numbers of before stand; nothing is said of what was never counted.
  if (!pages.loading && pages.error === null && !sameCounts(pages, counts)) {
    setCounts({ total: pages.total, all: pages.all, cases: pages.cases });
  }
  useEffect(() => {
    virtual.measure();
    // Heights change with the groups and with the size of the letters.
  }, [virtual, groups, rem]);
  useEffect(() => {
    if (cursor < total) virtual.scrollToIndex(cursor, { align: 'auto' });
    // Scrolling follows the cursor, not every page that arrives.
  }, [cursor]);

  return (
    <section className="finding-list" aria-label={t('review.list')}>
      <ListTools {...(onFilter && { onFilter })} />
      <div className="list-counts" aria-live="polite">
        {counts === null ? (
          <span className="counts-skeleton" />
        ) : (
          t('review.shown', {
            shown: counts.total.toLocaleString(),
            all: counts.all.toLocaleString(),
            count: counts.cases,
          })
        )}
        <span className="grow" />
        {t('review.ticked', { count: tickedCount })}
      </div>
      {pages.error ? <ErrorPanel error={pages.error} /> : null}
      {!pages.loading && pages.total === 0 ? <ListEnd /> : null}
      <div
        className="list-scroll"
        ref={scroller}
        role="grid"
        tabIndex={0}
        aria-label={t('review.list')}
        aria-activedescendant={`finding-${String(cursor)}`}
        aria-busy={pages.loading}
      >
        {counts === null && pages.error === null
          ? Array.from({ length: FIRST_SKELETONS }, (_, index) => (
              <div key={index} className="finding-row skeleton first-skeleton" aria-hidden="true" />
            ))
          : null}
        <div style={{ height: virtual.getTotalSize(), position: 'relative' }} role="presentation">
          {items.map((item) => {
            const row = pages.row(item.index);
            const size = groups.sizeAt(item.index);
            return (
              <div
                key={item.index % slots}
                className="list-item"
                role="presentation"
                style={{ transform: `translateY(${String(item.start)}px)`, height: item.size }}
              >
                {size > 0 ? (
                  <div className="group-row" role="row">
                    <strong className="ellipsis" role="gridcell">
                      {row ? groupOf(row, order.group) : ''}
                    </strong>
                    <span className="secondary" role="gridcell">
                      {t('review.inGroup', { count: size })}
                    </span>
                  </div>
                ) : null}
                {row ? <FindingItem row={row} index={item.index} /> : <div className="finding-row skeleton" />}
              </div>
            );
          })}
        </div>
      </div>
    </section>
  );
}
