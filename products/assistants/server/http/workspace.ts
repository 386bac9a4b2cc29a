import type { Acting, Tenants, Workspace } from '#capabilities/tenants/server';

/** The parts of a request that tell on whose behalf it is made. */
interface WorkspaceRequest {
  readonly caller: Acting;
  header(name: string): string | undefined;
}

/** The company a request names in `X-Company-Id`, else the one its person used last. */
export function workspaceOf(tenants: Tenants, { caller, header }: WorkspaceRequest): Promise<Workspace> {
  return tenants.workspace(caller, header('x-company-id'));
}
