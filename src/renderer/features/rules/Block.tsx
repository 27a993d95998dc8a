import type { ReactElement, ReactNode } from 'react';

/** One part of a rule's page. */
export function Block({
  title,
  note,
  children,
}: {
  readonly title: string;
  readonly note?: string | undefined;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <section className="rule-block">
      <h2>
        {title} {note === undefined ? null : <span className="secondary">{note}</span>}
      </h2>
      {children}
    </section>
  );
}
