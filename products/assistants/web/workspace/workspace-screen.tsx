import type { ReactNode } from 'react';
import { ListSkeleton } from '#platform/web';

/** Talking with an assistant. */
export function WorkspaceScreen(): ReactNode {
  return <ListSkeleton />;
}
