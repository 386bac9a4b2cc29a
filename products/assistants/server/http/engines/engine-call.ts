import type { Tenants } from '#capabilities/tenants/server';
import type { Caller } from '#platform/server/http';
import type { EngineCall } from '../../engines/engines.ts';
import { workspaceOf } from '../workspace.ts';

export interface EngineRequest {
  readonly caller: Caller;
  readonly signal: AbortSignal;
  header(name: string): string | undefined;
}

/** Lets members of a company call an engine: the work ends when they go away. */
export function engineCall(tenants: Tenants): (request: EngineRequest) => Promise<EngineCall> {
  return async ({ caller, header, signal }) => {
    await workspaceOf(tenants, { caller, header });
    return { owner: caller.userId, signal };
  };
}
