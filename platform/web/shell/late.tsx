import { type ReactNode, Suspense, useState } from 'react';

export interface LateProps {
  readonly wanted: boolean;
  /** Usually a `lazy` component. */
  readonly children: ReactNode;
}

/** Renders nothing until it is first wanted, and stays then: for menus and sheets, which the first screen does without. */
export function Late({ wanted, children }: LateProps): ReactNode {
  const [used, setUsed] = useState(wanted);
  if (wanted && !used) setUsed(true);
  return used ? <Suspense fallback={null}>{children}</Suspense> : null;
}
