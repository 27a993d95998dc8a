import dayjs from 'dayjs';
import type { CSSProperties, ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { FindingDetail } from '../../../contract/model.ts';
import { pick } from '../../i18n/index.ts';

/** Least share of the line that either part has, so that its words stand apart. */
const LEAST_SHARE = 0.25;

/** From the day the time began over the day it was due to the day it ended: what was within the limit, and what was over. */
export function TimeLine({
  line: { begin, due, end, days, allowed },
  kind,
}: {
  readonly line: NonNullable<FindingDetail['timeLine']>;
  readonly kind: FindingDetail['row']['class'];
}): ReactElement {
  const { t } = useTranslation();
  const within = dayjs(due).diff(begin.day, 'day');
  const share = Math.min(1 - LEAST_SHARE, Math.max(LEAST_SHARE, within / (within + days)));
  const points = [
    { day: begin.day, words: pick(begin.label) },
    { day: due, words: t('review.timeLine.due', { count: within }) },
    { day: end.day, words: pick(end.label) },
  ];
  return (
    <figure className={`time-line time-${kind}`} aria-label={t('review.timeLine.label', { count: days })}>
      <div className="time-bar" style={{ '--within': share } as CSSProperties} aria-hidden="true">
        <span className="time-within" />
        <span className="time-over">
          {allowed === null ? null : (
            <i
              className="time-allowed"
              style={{ '--allowed': Math.min(1, dayjs(allowed).diff(due, 'day') / days) } as CSSProperties}
            />
          )}
          <b>{t('review.timeLine.over', { count: days })}</b>
        </span>
      </div>
      <ol style={{ '--within': share } as CSSProperties}>
        {points.map(({ day, words }) => (
          <li key={`${day} ${words}`}>
            <strong className="nowrap">{day}</strong>
            <span className="secondary ellipsis" title={words}>
              {words}
            </span>
          </li>
        ))}
      </ol>
      {allowed === null ? null : (
        <figcaption className="secondary">{t('review.timeLine.allowed', { day: allowed })}</figcaption>
      )}
    </figure>
  );
}
