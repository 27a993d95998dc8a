import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecentInspection } from '../../../contract/model.ts';
import { stepAt } from './status.ts';

const steps = ['import', 'map', 'validate', 'run', 'review', 'report'] as const;

/** The six steps as segments, and in words the one that one is at. */
export function StepProgress({ progress }: { readonly progress: RecentInspection['progress'] }): ReactElement | null {
  const { t } = useTranslation();
  if (progress.length === 0) return null;
  const at = stepAt(progress);
  const step = steps[at] ?? 'import';
  const stale = progress[at] === 'stale';
  return (
    <>
      <span className="segments" aria-hidden="true">
        {progress.map((state, index) => (
          <i key={steps[index]} className={index === at ? `segment at segment-${state}` : `segment segment-${state}`} />
        ))}
      </span>
      <span className={stale ? 'segment-words class-overLimit' : 'segment-words'}>
        {t(`place.${step}`)}
        {stale ? ` · ${t('step.stale')}` : ''}
      </span>
    </>
  );
}
