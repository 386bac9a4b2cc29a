import type { ServeDoor } from '#platform/server/modules';
import * as contract from '../../../contract/index.ts';
import type { AssistantsService } from '../../assistants.ts';
import type { TaskInput, TaskOutput } from '../../engines/tasks/index.ts';
import { workspaceOf } from '../workspace.ts';
import { type EngineRequest, engineCall } from './engine-call.ts';
import { groundFor } from './ground-for.ts';

interface GroundedRequest extends EngineRequest {
  readonly body: TaskInput<'checkQuery'> & { readonly project_id?: string };
}

/** Queries: checked, made faster, laid out and explained. */
export function mountQuery({ mount, service }: ServeDoor<AssistantsService>): void {
  const { tenants, grounds, engines } = service;
  const { run } = engines;
  const call = engineCall(tenants);

  /** Runs a task on what a member of a company sent, grounded in the project they named. */
  const grounded =
    <Name extends 'checkQuery' | 'optimizeQuery' | 'explainQuery'>(name: Name) =>
    async ({ body, signal, caller, header }: GroundedRequest): Promise<TaskOutput<Name>> => {
      const workspace = await workspaceOf(tenants, { caller, header });
      const { project_id: projectId, ...input } = body;
      const ground = await groundFor(grounds, workspace, projectId);
      return run(name, { ...input, ground }, { owner: workspace.userId, signal });
    };

  mount(contract.checkQuery, grounded('checkQuery'));
  mount(contract.optimizeQuery, grounded('optimizeQuery'));
  mount(contract.explainQuery, grounded('explainQuery'));
  mount(contract.formatQuery, async (request) => run('formatQuery', request.body, await call(request)));
}
