import type { ServeDoor } from '#platform/server/modules';
import * as contract from '../../../contract/index.ts';
import type { AssistantsService } from '../../assistants.ts';
import { engineCall } from './engine-call.ts';

/** Tests, scenarios and coverage. */
export function mountTesting({ mount, service }: ServeDoor<AssistantsService>): void {
  const { run } = service.engines;
  const call = engineCall(service.tenants);
  mount(contract.generateTests, async (request) => run('generateTests', request.body, await call(request)));
  mount(contract.writeScenario, async (request) => run('writeScenario', request.body, await call(request)));
  mount(contract.checkScenario, async (request) => run('checkScenario', request.body, await call(request)));
  mount(contract.reportCoverage, async (request) => run('reportCoverage', request.body, await call(request)));
}
