import type { ReactElement, ReactNode } from 'react';
import type { FindingsFilter } from '../../contract/model.ts';
import { useShowFindings } from './use-show-findings.ts';

interface Props {
  readonly filter: Partial<FindingsFilter>;
  readonly label: string;
  readonly children: ReactNode;
}

/** A number that leads to its rows in the review. */
export function ShowFindings({ filter, label, children }: Props): ReactElement {
  const show = useShowFindings();
  return (
    <button
      type="button"
      className="text-link"
      aria-label={label}
      onClick={() => {
        show(filter);
      }}
    >
      {children}
    </button>
  );
}
