import type { Workspace } from '#capabilities/tenants/server';
import { createRunEngine } from '../engines/engines.ts';
import { createEnginePool, type EnginePool } from '../engines/pool/engine-pool.ts';
import { checkInput } from './check-input.ts';
import { engineTools } from './engine-tools.ts';
import type { AttachedFile, ToolCallContext } from './tool.ts';
import { createToolbox, type Toolbox } from './toolbox.ts';

export const someWorkspace: Workspace = {
  companyId: '018f0000-0000-7000-8000-000000000001',
  name: 'Ромашка',
  isPersonal: false,
  userId: '018f0000-0000-7000-8000-000000000002',
  role: 'member',
};

export function contextIn(
  locale: 'ru' | 'en',
  files: readonly AttachedFile[] = [],
  signal: AbortSignal = new AbortController().signal,
): ToolCallContext {
  return { workspace: someWorkspace, locale, projectId: undefined, files, signal };
}

export function attached(name: string, text: string): AttachedFile {
  return { id: name, name, text, bytes: new TextEncoder().encode(text) };
}

/** The tools of the engines, with threads of their own. */
export function startTools(): { readonly toolbox: Toolbox; readonly pool: EnginePool } {
  const pool = createEnginePool({ threads: 1, memoryMb: 512 });
  const run = createRunEngine(pool, { seconds: 60, archiveSeconds: 60 });
  const clock = (): Date => new Date('2026-03-02T09:00:00Z');
  return { toolbox: createToolbox(engineTools(run, clock), checkInput), pool };
}
