import { ClockCircleFilled, ExclamationCircleFilled, EyeOutlined } from '@ant-design/icons';
import type { ReactElement } from 'react';
import { useWords } from '../i18n/index.ts';
import './tags.css';

type FindingClass = 'violation' | 'overLimit' | 'lead';
type Severity = 'critical' | 'major' | 'minor';

const icons: Readonly<Record<FindingClass, ReactElement>> = {
  violation: <ExclamationCircleFilled />,
  overLimit: <ClockCircleFilled />,
  lead: <EyeOutlined />,
};

/** Three classes, one look everywhere: text, shape of the icon and colour; never colour alone. */
export function ClassTag({ value }: { readonly value: FindingClass }): ReactElement {
  const t = useWords();
  return (
    <span className={`tag class-${value}`}>
      <span aria-hidden="true">{icons[value]}</span> {t(`class.${value}`)}
    </span>
  );
}

export function ClassIcon({ value }: { readonly value: FindingClass }): ReactElement {
  const t = useWords();
  return (
    <span className={`class-icon class-${value}`} role="img" aria-label={t(`class.${value}`)}>
      {icons[value]}
    </span>
  );
}

const bars: Readonly<Record<Severity, number>> = { critical: 3, major: 2, minor: 1 };

/** Three ink bars in text colour, so that severity never competes with class. `bare`: the word is read out and shown as a tip only. */
export function SeverityMark({ value, bare }: { readonly value: Severity; readonly bare?: boolean }): ReactElement {
  const t = useWords();
  return (
    <span className="severity" title={bare === true ? t(`severity.${value}`) : undefined}>
      <span className="severity-bars" aria-hidden="true">
        {[1, 2, 3].map((bar) => (
          <i key={bar} className={bar <= bars[value] ? 'on' : ''} style={{ height: `${String(0.2 + bar * 0.22)}em` }} />
        ))}
      </span>
      <span className={bare === true ? 'visually-hidden' : undefined}>{t(`severity.${value}`)}</span>
    </span>
  );
}
