import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ToolCommand } from '#platform/server/modules';
import { requirementsTools } from './requirements.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'requirements-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function run(
  path: string,
  content: string | undefined,
  options: Record<string, string | boolean> = {},
  name = 'тз.md',
) {
  const tool = requirementsTools.find((one) => one.path === path) as ToolCommand;
  const file = join(folder, name);
  if (content !== undefined) await writeFile(file, content);
  const printed: string[] = [];
  const warned: string[] = [];
  const code = await tool.run({
    args: content === undefined ? [] : [file],
    options,
    print: (line) => printed.push(line),
    warn: (line) => warned.push(line),
    write: () => undefined,
    isTerminal: false,
    readInput: () => Promise.resolve(new Uint8Array()),
  });
  return { code, printed: printed.join('\n'), warned: warned.join('\n') };
}

const good = 'ФТ-1. Система должна печатать чек при закрытии заказа.\n';
const bad = `${good}\nФТ-2. Система должна быстро печатать отчёты и т. д.\n`;

describe('requirements check', () => {
  it('answers 0 for good requirements and 1 for major findings', async () => {
    expect((await run('requirements check', good)).code).toBe(0);
    const found = await run('requirements check', bad);
    expect(found.code).toBe(1);
    expect(found.printed).toContain('ФТ-2 [');
    expect(found.printed).toContain('vague-term');
    expect((await run('requirements check', bad, { minScore: '10' })).code).toBe(0);
    expect((await run('requirements check', bad, { minScore: '100' })).code).toBe(1);
  });

  it('prints JSON and Markdown', async () => {
    const json = JSON.parse((await run('requirements check', bad, { format: 'json' })).printed) as {
      requirements: { id: string }[];
      objects: unknown[];
    };
    expect(json.requirements.map((one) => one.id)).toEqual(['ФТ-1', 'ФТ-2']);
    expect(json.objects.length).toBeGreaterThan(0);
    expect((await run('requirements check', bad, { format: 'md' })).printed).toContain(
      '| ФТ-1 | Система должна печатать чек при закрытии заказа. |',
    );
  });

  it('refuses files and options it cannot take', async () => {
    expect((await run('requirements check', '\u0000\u0001', {}, 'a.txt')).code).toBe(2);
    expect((await run('requirements check', good, { format: 'pdf' })).code).toBe(2);
    expect((await run('requirements check', good, { minScore: '200' })).code).toBe(2);
  });
});

describe('requirements evaluate', () => {
  it('prints both halves, or those of a file', async () => {
    const built = await run('requirements evaluate', undefined);
    expect(built.code).toBe(0);
    expect(built.printed).toMatch(/tuned: \d+ sentences[\s\S]*heldOut: \d+ sentences/);
    const own = await run(
      'requirements evaluate',
      'F || Система должна печатать чек.\nX || Где склад?\n',
      { mistakes: true },
      'own.txt',
    );
    expect(own.printed).toContain('2 sentences, type 100.0 %');
    expect((await run('requirements evaluate', 'ничего', {}, 'none.txt')).code).toBe(2);
  });
});
