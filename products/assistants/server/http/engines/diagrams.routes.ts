import type { ServeDoor } from '#platform/server/modules';
import * as contract from '../../../contract/index.ts';
import type { AssistantsService } from '../../assistants.ts';
import { engineCall } from './engine-call.ts';

/** Diagrams of texts and models. */
export function mountDiagrams({ mount, service }: ServeDoor<AssistantsService>): void {
  const { run } = service.engines;
  const call = engineCall(service.tenants);
  mount(contract.drawDiagram, async (request) => run('drawDiagram', request.body, await call(request)));
  mount(contract.lintDiagram, async (request) => run('lintDiagram', request.body, await call(request)));
  mount(contract.architectGenerateDiagram, async (request) => {
    const { description, text = description, diagram_type: kind, model } = request.body;
    return run('drawDiagram', { text, kind, model }, await call(request));
  });
}
