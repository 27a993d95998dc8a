import { CheckCircleFilled, WarningFilled } from '@ant-design/icons';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/queries.ts';
import { pick } from '../../i18n/index.ts';

/** Confidences under which the words of the law were not all seen. */
const UNSEEN: ReadonlySet<string> = new Set(['mixed', 'uncertain', 'from-memory']);

interface Check {
  readonly name: string;
  readonly isFine: boolean;
  readonly words: string;
  readonly note: string;
}

/** What one should know of the result before it leaves the house. Amber explains, it does not block. */
export function Checks(): ReactElement {
  const { t } = useTranslation();
  const { data: overview } = useCall('inspection.overview', {});
  const { data: coverage } = useCall('run.coverage', {});
  const { data: rules } = useCall('rules.list', {});
  const reason = overview?.steps.find(({ id }) => id === 'run')?.reason ?? null;
  const review = overview?.steps.find(({ id }) => id === 'review');
  const decided = review?.count ?? 0;
  const open = (review?.of ?? 0) - decided;
  const found = new Map(coverage?.rules.map(({ ruleId, findings }) => [ruleId, findings]));
  const unseen = (rules ?? []).filter(({ id, confidence }) => UNSEEN.has(confidence) && (found.get(id) ?? 0) > 0);
  // A rule that could check nothing counts as such, not with each of its records: as in the report.
  const { unchecked = [], checked = [] } = Object.groupBy(coverage?.rules ?? [], ({ notCheckable }) =>
    notCheckable === null ? 'checked' : 'unchecked',
  );
  const undecidable = checked.reduce((sum, { indeterminate }) => sum + indeterminate, 0);
  const checks: readonly Check[] = [
    {
      name: 'stale',
      isFine: reason === null,
      words: reason === null ? t('report.checks.fresh') : pick(reason),
      note: t(reason === null ? 'report.checks.freshNote' : 'report.checks.staleNote'),
    },
    {
      name: 'reviewed',
      isFine: open === 0,
      words:
        open === 0
          ? t('report.checks.reviewed', { count: decided })
          : t('report.checks.open', { open: open.toLocaleString(), decided: decided.toLocaleString() }),
      note: t('report.checks.reviewedNote'),
    },
    {
      name: 'law',
      isFine: unseen.length === 0,
      words:
        unseen.length === 0
          ? t('report.checks.law')
          : t('report.checks.lawOpen', { rules: unseen.length.toLocaleString() }),
      note: t('report.checks.lawNote', {
        count: unseen.reduce((sum, { id }) => sum + (found.get(id) ?? 0), 0),
      }),
    },
    {
      name: 'coverage',
      isFine: true,
      words: t('report.checks.coverage'),
      note: t('report.checks.coverageNote', {
        rules: unchecked.length.toLocaleString(),
        records: undecidable.toLocaleString(),
      }),
    },
    { name: 'masking', isFine: true, words: t('report.checks.masking'), note: t('report.neutral') },
  ];
  return (
    <section className="report-checks" aria-label={t('report.checks.title')}>
      <h2>{t('report.checks.title')}</h2>
      <ul>
        {checks.map(({ name, isFine, words, note }) => (
          <li key={name} className={isFine ? 'check-fine' : 'check-amber'}>
            {isFine ? <CheckCircleFilled aria-hidden="true" /> : <WarningFilled aria-hidden="true" />}
            <span>
              <span>{words}</span>
              <span className="secondary">{note}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
