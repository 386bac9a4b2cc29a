import type { ServeDoor } from '#platform/server/modules';
import * as contract from '../../../contract/index.ts';
import type { AssistantsService } from '../../assistants.ts';
import { engineCall } from './engine-call.ts';

/** Queries: checked, made faster, laid out and explained. */
export function mountQuery({ mount, service }: ServeDoor<AssistantsService>): void {
  const { run } = service.engines;
  const call = engineCall(service.tenants);
  mount(contract.checkQuery, async (request) => run('checkQuery', request.body, await call(request)));
  mount(contract.optimizeQuery, async (request) => run('optimizeQuery', request.body, await call(request)));
  mount(contract.formatQuery, async (request) => run('formatQuery', request.body, await call(request)));
  mount(contract.explainQuery, async (request) => run('explainQuery', request.body, await call(request)));
}
