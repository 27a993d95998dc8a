import { CheckOutlined, ExclamationOutlined } from '@ant-design/icons';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Overview } from '../../contract/model.ts';
import { pick } from '../i18n/index.ts';
import { useApp } from './store.ts';

/** The six steps with their live counts; a stale step says so in words. */
export function StepStrip({ overview }: { readonly overview: Overview }): ReactElement {
  const { t } = useTranslation();
  const place = useApp((state) => state.place);
  const go = useApp((state) => state.go);
  return (
    <div className="step-strip">
      <div className="step-inspection">
        <strong>{overview.name}</strong>
        <span>
          {t('workbench.asOf')} {overview.asOf} · {overview.unit}
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
              <span>
                <span className="step-name">{t(`place.${step.id}`)}</span>
                <span className="step-count">
                  {step.reason
                    ? pick(step.reason)
                    : step.of === null
                      ? step.count
                      : `${String(step.count)} / ${String(step.of)}`}
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
