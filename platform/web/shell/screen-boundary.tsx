import { Component, type ReactNode } from 'react';
import { BrokenState, OutdatedState } from './screen-states.tsx';

/** The code of a screen did not arrive. */
export class ScreenLoadError extends Error {
  override readonly name = 'ScreenLoadError';
}

interface ScreenBoundaryProps {
  readonly children: ReactNode;
  readonly onRetry: () => void;
}

/** Keeps a fault of one screen from taking the application down. */
export class ScreenBoundary extends Component<ScreenBoundaryProps, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown): { readonly error: unknown } {
    return { error };
  }

  readonly retry = (): void => {
    this.setState({ error: null });
    this.props.onRetry();
  };

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return error instanceof ScreenLoadError ? (
      <OutdatedState onRetry={this.retry} />
    ) : (
      <BrokenState onRetry={this.retry} />
    );
  }
}
