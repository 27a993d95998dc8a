import { Component, type ReactNode } from 'react';
import { ErrorPanel } from './ErrorPanel.tsx';

interface State {
  readonly error: unknown;
}

/** Keeps a screen that breaks from taking the window with it: the rest stays usable, and one may try again. */
export class Boundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <div className="page">
        <ErrorPanel
          error={error}
          onRetry={() => {
            this.setState({ error: null });
          }}
        />
      </div>
    );
  }
}
