import { Refusal } from '#base/refusal';
import type { ServeDoor } from '#platform/server/modules';
import * as contract from '../../../contract/index.ts';
import type { AssistantsService } from '../../assistants.ts';
import { bodyBytes } from './body-bytes.ts';
import { engineCall } from './engine-call.ts';

/** Requirements of texts and files. */
export function mountRequirements({ mount, service }: ServeDoor<AssistantsService>): void {
  const { run } = service.engines;
  const call = engineCall(service.tenants);

  mount(contract.analyzeRequirements, async (request) =>
    run('analyzeRequirements', request.body, await call(request)),
  );

  mount(contract.analyzeDocument, async (request) => {
    const allowed = await call(request);
    return run('analyzeDocument', { bytes: await bodyBytes(request.stream), ...request.query }, allowed);
  });

  mount(contract.architectAnalyzeRequirements, async (request) => {
    const allowed = await call(request);
    const { text, file, ...options } = request.body;
    if ((text === undefined) === (file === undefined))
      throw new Refusal('invalid', 'assistants.engine_input', 'Send one of text and file.');
    if (file === undefined) return run('analyzeRequirements', { text: text ?? '', ...options }, allowed);
    const bytes = new Uint8Array(Buffer.from(file.content, 'base64'));
    return run('analyzeDocument', { bytes, name: file.name, ...options }, allowed);
  });

  mount(contract.traceRequirements, async (request) =>
    run('traceRequirements', request.body, await call(request)),
  );
}
