import type { ReactNode } from 'react';
import { ListSkeleton } from '#platform/web';

/** The assistants of the company. */
export function RolesScreen(): ReactNode {
  return <ListSkeleton />;
}
