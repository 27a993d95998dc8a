import { CheckOutlined, ExclamationOutlined } from '@ant-design/icons';
import type { TFunction } from 'i18next';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Overview } from '../../contract/model.ts';
import { pick } from '../i18n/index.ts';
import { useApp } from './store.ts';

/** The live count of a step in words, or why it is stale. A share is rounded down: all is only said of all. */
function countWords({ id, count, of, reason, state }: Overview['steps'][number], t: TFunction): string {
  if (reason) return pick(reason);
  if (state === 'todo' && count === 0) return t('stepCount.none');
  const share = of === null || of === 0 ? '100\u00a0%' : `${String(Math.floor((1000 * count) / of) / 10)}\u00a0%`;
  return t(`stepCount.${id}`, { count, of: of ?? 0, share });
}

/** The six steps with their live counts; a stale step says so in words. */
export function StepStrip({ overview }: { readonly overview: Overview }): ReactElement {
  const { t } = useTranslation();
  const place = useApp((state) => state.place);
  const go = useApp((state) => state.go);
  return (
    <div className="step-strip">
      <div className="step-inspection">
        <strong className="ellipsis" title={overview.name}>
          {overview.name}
        </strong>
        <span className="ellipsis">
          {t('workbench.asOf')} {overview.asOf}{' '}
          {overview.unit === '' ? null : <span className="step-unit">· {overview.unit}</span>}
        </span>
      </div>
      <ol className="steps">
        {overview.steps.map((step, index) => (
          <li key={step.id}>
            <button
              type="button"
              className={`step step-${step.state}`}
              aria-current={place === step.id ? 'step' : undefined}
              onClick={() => {
                go(step.id);
              }}
            >
              <span className="step-mark" aria-hidden="true">
                {step.state === 'done' ? (
                  <CheckOutlined />
                ) : step.state === 'stale' ? (
                  <ExclamationOutlined />
                ) : (
                  index + 1
                )}
              </span>
              <span className="step-words">
                <span className="step-name">{t(`place.${step.id}`)}</span>
                <span className="step-count" title={countWords(step, t)}>
                  {countWords(step, t)}
                </span>
                <span className="visually-hidden">{t(`step.${step.state}`)}</span>
              </span>
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}
