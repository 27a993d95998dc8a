import { DownOutlined, RightOutlined } from '@ant-design/icons';
import type { ReactElement, ReactNode } from 'react';

interface Props {
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly children: ReactNode;
}

/** The name of a row that opens the rows below it. */
export function Opener({ open, onOpen, children }: Props): ReactElement {
  return (
    <button
      type="button"
      className="text-link"
      aria-expanded={open}
      onClick={() => {
        onOpen(!open);
      }}
    >
      {open ? <DownOutlined aria-hidden="true" /> : <RightOutlined aria-hidden="true" />} {children}
    </button>
  );
}
