import type { ReactElement, ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly note?: string;
  /** Stands at the end of the title's line. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** One part of what a finding rests on. */
export function Block({ title, note, action, children }: Props): ReactElement {
  return (
    <section className="detail-block">
      <div className="detail-block-head">
        <h3>
          {title} {note ? <span className="secondary">{note}</span> : null}
        </h3>
        {action}
      </div>
      {children}
    </section>
  );
}
