import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ToolCommand } from '#platform/server/modules';
import { documentsTools } from './documents.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'documents-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function run(
  path: string,
  name: string,
  options: Record<string, string | boolean> = {},
  content?: string,
) {
  const tool = documentsTools.find((one) => one.path === path) as ToolCommand;
  const file = join(folder, name);
  if (content !== undefined) await writeFile(file, content);
  const printed: string[] = [];
  const warned: string[] = [];
  const code = await tool.run({
    args: [file],
    options,
    print: (line) => printed.push(line),
    warn: (line) => warned.push(line),
    write: () => undefined,
    isTerminal: false,
    readInput: () => Promise.resolve(new Uint8Array()),
  });
  return { code, printed: printed.join('\n'), warned: warned.join('\n') };
}

describe('documents text', () => {
  it('prints text, JSON and chunks', async () => {
    const source = '# Тема\n\nПервое предложение. Второе.\n';
    expect(await run('documents text', 'a.md', {}, source)).toEqual({
      code: 0,
      warned: '',
      printed: '# Тема\n\nПервое предложение. Второе.',
    });
    const json = JSON.parse((await run('documents text', 'a.md', { format: 'json' })).printed) as {
      kind: string;
      blocks: unknown[];
    };
    expect([json.kind, json.blocks.length]).toEqual(['md', 2]);
    const cut = JSON.parse(
      (await run('documents text', 'a.md', { format: 'json', chunks: '60' })).printed,
    ) as { chunks: { path: string[] }[] };
    expect(cut.chunks[0]?.path).toEqual(['Тема']);
  });

  it('refuses with exit code 2', async () => {
    const refused = await run('documents text', 'a.docx', {}, 'не docx');
    expect([refused.code, refused.printed]).toEqual([2, '']);
    expect(refused.warned).toContain('broken');
    expect((await run('documents text', 'нет.md')).code).toBe(2);
    expect((await run('documents text', 'a.md', { format: 'xml' })).code).toBe(2);
    expect((await run('documents text', 'a.md', { format: 'json', chunks: '1' })).code).toBe(2);
  });
});
