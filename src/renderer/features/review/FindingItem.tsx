import { memo, type ReactElement } from 'react';
import type { FindingRow } from '../../../contract/model.ts';
import { pick, useWords } from '../../i18n/index.ts';
import { ClassIcon, SeverityMark } from '../../ui/ClassTag.tsx';
import { useReview } from './use-review.ts';

/** A finding in the list: what, whom, the one number that decides, and where it stands. A plain checkbox: rows come and go while one scrolls. */
export const FindingItem = memo(function FindingItem({
  row,
  index,
}: {
  readonly row: FindingRow;
  readonly index: number;
}): ReactElement {
  const t = useWords();
  const current = useReview((state) => state.cursor === index);
  const ticked = useReview((state) => state.ticked.has(row.id));
  const moveTo = useReview((state) => state.moveTo);
  const tick = useReview((state) => state.tick);
  const columns = useReview((state) => state.columns);
  const title = pick(row.title);
  const columnWords = {
    party: row.party,
    subject: row.subject,
    assignee: [row.assignee, row.dueDate].filter((words) => words !== null).join(' '),
    change: row.change === 'unchanged' ? '' : t(`review.change.${row.change}`),
  };
  const second = columns
    .map((column) => columnWords[column])
    .filter((words) => words !== '')
    .join(' · ');
  return (
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
        <input
          type="checkbox"
          className="plain-checkbox"
          checked={ticked}
          tabIndex={-1}
          aria-label={`${t('review.tick')} ${title} ${row.subject}`}
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
          <span className="ellipsis finding-title" title={title}>
            {title}
          </span>
          <SeverityMark value={row.severity} />
        </span>
        <span className="finding-line secondary">
          <span className="ellipsis" title={second}>
            {second}
          </span>
          <span className={`decisive class-${row.class}`}>{pick(row.decisive)}</span>
          <span className={`nowrap state-${row.state}`}>{t(`state.${row.state}`)}</span>
        </span>
      </span>
    </div>
  );
});
