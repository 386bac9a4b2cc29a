import type { ReactNode } from 'react';
import { ListSkeleton } from '#platform/web';

/** One assistant: what it is told, and its history. */
export function RoleScreen(): ReactNode {
  return <ListSkeleton />;
}
