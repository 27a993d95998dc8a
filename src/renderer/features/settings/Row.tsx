import type { ReactElement, ReactNode } from 'react';

/** One setting: its name, what it means, and the control. */
export function Row({
  label,
  hint,
  children,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <div className="setting-row">
      <span>
        {label}
        {hint ? <span className="secondary setting-hint">{hint}</span> : null}
      </span>
      <span>{children}</span>
    </div>
  );
}
