import type { Readable, Writable } from 'node:stream';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import type { Workspace } from '#capabilities/tenants/server';
import { createRunEngine } from '../engines/engines.ts';
import { createEnginePool } from '../engines/pool/engine-pool.ts';
import { checkInput } from '../tools/check-input.ts';
import { engineTools } from '../tools/engine-tools.ts';
import { createToolbox } from '../tools/toolbox.ts';
import { folderTools } from './folder-tools.ts';
import { createMcpServer } from './mcp-server.ts';
import type { Preset } from './presets.rules.ts';
import { openRoot } from './root-files.ts';

export interface StdioOptions {
  readonly input: Readable;
  readonly output: Writable;
  /** The folder whose files may be read. */
  readonly root: string;
  readonly preset: Preset;
  readonly locale: 'ru' | 'en';
  readonly version: string;
  /** A line for people: standard output belongs to the protocol. */
  readonly warn: (line: string) => void;
}

const nobody = '00000000-0000-7000-8000-000000000000';
/** The person at this machine: there are no companies here. */
const local: Workspace = {
  companyId: nobody,
  name: 'local',
  isPersonal: true,
  userId: nobody,
  role: 'owner',
};

const largestMessage = 8 * 1_024 * 1_024;

/**
 * Serves the engines to a program on standard input and output, until the input ends. Needs no database; reads only files
 * below the root.
 * @throws Error when there is no such folder.
 */
export async function serveStdio(options: StdioOptions): Promise<void> {
  const { input, output, root, preset, locale, version, warn } = options;
  const files = await openRoot(root);
  const pool = createEnginePool({ threads: 2, memoryMb: 1_024 });
  const run = createRunEngine(pool, { seconds: 60, archiveSeconds: 300 });
  const server = createMcpServer({
    toolbox: createToolbox([...engineTools(run, () => new Date()), ...folderTools(files, run)], checkInput),
    preset,
    version,
    locale,
    async contextFor({ file }) {
      return {
        workspace: local,
        projectId: undefined,
        files: typeof file === 'string' ? [{ ...(await files.read(file)), id: file }] : [],
      };
    },
    onFault: (error, tool) =>
      warn(`${tool}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
  });
  const ended = Promise.withResolvers<void>();
  server.onclose = () => ended.resolve();
  server.onerror = (error) => warn(error.message);
  input.once('end', () => ended.resolve());
  input.once('close', () => ended.resolve());
  try {
    await server.connect(new StdioServerTransport(input, output, { maxBufferSize: largestMessage }));
    await ended.promise;
  } finally {
    await server.close();
    await pool.close();
  }
}
