import type { ReactNode } from 'react';
import { Navigate } from 'react-router';
import { lastRole } from './last-role.ts';
import { workspacePath } from './paths.ts';

/** Leads on to the assistant talked to last. */
export function FrontScreen(): ReactNode {
  return <Navigate to={workspacePath(lastRole())} replace />;
}
