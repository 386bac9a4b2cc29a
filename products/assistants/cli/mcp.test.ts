import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveStdio } from '../server/mcp/serve-stdio.ts';
import { mcpCommand } from './mcp.ts';
import { recordedInput } from './tool-input.fixture.ts';

const main = fileURLToPath(new URL('../../../apps/cli/main.ts', import.meta.url));
const module = 'Процедура А() Экспорт\n\tБ = 1\nКонецПроцедуры\n';

let folder: string;
let root: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mcp-'));
  root = join(folder, 'root');
  await mkdir(join(root, 'CommonModules', 'Общий', 'Ext'), { recursive: true });
  await mkdir(join(root, '.git'));
  await writeFile(join(root, 'CommonModules', 'Общий', 'Ext', 'Module.bsl'), module);
  await writeFile(join(root, '.git', 'Hidden.bsl'), module);
  await writeFile(join(root, 'binary.bsl'), new Uint8Array([0, 1, 2, 3]));
  await writeFile(join(root, 'ТЗ.md'), 'ФТ-1. Система должна хранить документ «Заказ».\n');
  await writeFile(join(folder, 'secret.bsl'), 'Пароль = "тайна";');
  await symlink(join(folder, 'secret.bsl'), join(root, 'link.bsl'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function textOf(result: unknown): string {
  const { content } = result as { content: { text?: string }[] };
  return content.map(({ text = '' }) => text).join('\n');
}

describe('quintet mcp', () => {
  it('serves the engines over standard input and output, on files below its root', async () => {
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: [main, 'mcp', '--root', root],
      stderr: 'ignore',
    });
    const client = new Client({ name: 'test', version: '1' });
    await client.connect(transport);
    try {
      const { tools } = await client.listTools();
      expect(tools.map(({ name }) => name)).toEqual(
        expect.arrayContaining([
          'check_code',
          'list_files',
          'check_folder',
          'generate_tests',
          'simulate_plan',
        ]),
      );
      const listed = await client.callTool({ name: 'list_files', arguments: { kind: 'code' } });
      expect(listed.structuredContent).toMatchObject({
        files: ['CommonModules/Общий/Ext/Module.bsl', 'binary.bsl'],
      });
      const file = 'CommonModules/Общий/Ext/Module.bsl';
      const checked = await client.callTool({ name: 'check_code', arguments: { file } });
      expect(textOf(checked)).toContain('SemicolonPresence');
      expect(checked.structuredContent).toMatchObject({ path: file });
      const objects = await client.callTool({ name: 'suggest_objects', arguments: { file: 'ТЗ.md' } });
      expect(textOf(objects)).toContain('Документ.Заказ');
      const told: number[] = [];
      const all = await client.callTool({ name: 'check_folder', arguments: {} }, undefined, {
        onprogress: ({ progress, total }) => told.push(progress / (total ?? 1)),
      });
      expect(all.structuredContent).toMatchObject({
        modules: 2,
        skipped: [expect.stringContaining('binary.bsl')],
      });
      expect(told).toContain(0.5);
      for (const outside of [
        '../secret.bsl',
        join(folder, 'secret.bsl'),
        'link.bsl',
        'no.bsl',
        '.',
        'a\u0000b',
      ]) {
        const refused = await client.callTool({ name: 'explain_code', arguments: { file: outside } });
        expect([outside, refused.isError]).toEqual([outside, true]);
        expect(textOf(refused)).not.toContain('тайна');
      }
      const binary = await client.callTool({ name: 'check_code', arguments: { file: 'binary.bsl' } });
      expect(binary).toMatchObject({
        isError: true,
        structuredContent: { code: 'assistants.document_refused' },
      });
    } finally {
      await client.close();
    }
  }, 60_000);

  it('says what is wrong with its options', async () => {
    for (const options of [{ preset: 'everything' }, { language: 'de' }, { root: join(folder, 'nowhere') }]) {
      const { input, warnings } = recordedInput([], options);
      expect(await mcpCommand.run(input)).toBe(2);
      expect(warnings).toHaveLength(1);
    }
  });
});

describe('a client that misbehaves', () => {
  interface Talk {
    readonly say: (line: string) => void;
    readonly heard: () => readonly Record<string, unknown>[];
    readonly warnings: readonly string[];
    readonly end: () => Promise<void>;
  }

  function talk(): Talk {
    const [input, output] = [new PassThrough(), new PassThrough()];
    let text = '';
    output.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
    const warnings: string[] = [];
    const served = serveStdio({
      input,
      output,
      root,
      preset: 'analysis',
      locale: 'en',
      version: '0',
      warn: (line) => warnings.push(line),
    });
    return {
      warnings,
      say: (line) => input.write(`${line}\n`),
      heard: () =>
        text
          .split('\n')
          .filter((line) => line !== '')
          .map((line) => JSON.parse(line)),
      async end() {
        input.end();
        await served;
      },
    };
  }
  const ping = (id: number): string => JSON.stringify({ jsonrpc: '2.0', id, method: 'ping' });

  it('is answered with errors, and what comes after is served', async () => {
    const { say, heard, end, warnings } = talk();
    say('no json at all');
    say('{"jsonrpc":"2.0","id":1,"method":"fly"}');
    say('{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"generate_tests","arguments":{}}}');
    say('{"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"arguments":5}}');
    say('[]');
    say(ping(4));
    await expect.poll(heard).toHaveLength(4);
    const byId = new Map(heard().map((message) => [message['id'], message]));
    expect(byId.get(1)).toMatchObject({ error: { code: -32601 } });
    // Not in the preset: as if it were not there.
    expect(byId.get(2)).toMatchObject({ error: { code: -32602 } });
    expect(byId.get(3)).toHaveProperty('error');
    expect(byId.get(4)).toMatchObject({ result: {} });
    expect(warnings.length).toBeGreaterThan(0);
    await end();
  });

  it('cannot fill the memory with a line that never ends', async () => {
    const { say, warnings, heard, end } = talk();
    say(ping(1));
    await expect.poll(heard).toHaveLength(1);
    say('x'.repeat(9_000_000));
    await expect.poll(() => warnings.length).toBeGreaterThan(0);
    await end();
  });

  it('ends the server by ending its input', async () => {
    const { say, heard, end } = talk();
    say(ping(1));
    await expect.poll(heard).toHaveLength(1);
    await end();
  });
});
