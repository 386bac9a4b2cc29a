import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diagramsTools } from './diagrams.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diagrams-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function run(verb: string, content: string | Uint8Array, options: Record<string, string> = {}) {
  const tool = diagramsTools.find((item) => item.path === `diagram ${verb}`);
  if (tool === undefined) throw new Error(verb);
  const path = join(folder, 'input');
  await writeFile(path, content);
  const out: string[] = [];
  const errors: string[] = [];
  const code = await tool.run({
    args: [options['path'] ?? path],
    options: { kind: 'bpmn', notation: 'mermaid', format: 'text', ...options },
    print: (line) => out.push(`${line}\n`),
    write: (text) => out.push(text),
    warn: (line) => errors.push(line),
    isTerminal: false,
    readInput: async () => new TextEncoder().encode(`${content}`),
  });
  return { code, out: out.join(''), errors: errors.join('\n') };
}

const steps =
  '1. Менеджер создаёт заявку\n2. Если верно, то директор утверждает заявку, иначе вернуться к шагу 1';

describe('quintet diagram from-text', () => {
  it.each([
    ['bpmn', 'mermaid', steps, /^---\ntitle: "Процесс"\n---\nflowchart LR/],
    ['bpmn', 'plantuml', steps, /^@startuml[\s\S]*@enduml\n$/],
    ['bpmn', 'bpmn', steps, /^<\?xml[\s\S]*BPMNShape[\s\S]*<\/bpmn:definitions>\n$/],
    ['sequence', 'mermaid', 'А -> Б: запрос', /^sequenceDiagram/],
    ['state', 'mermaid', 'Новый -> Закрыт: отмена', /^stateDiagram-v2/],
    ['c4', 'plantuml', 'Менеджер создаёт заказ. Интеграция с 1С:Бухгалтерия.', /1С&#58;Бухгалтерия/],
  ])('writes %s as %s', async (kind, notation, text, expected) => {
    const result = await run('from-text', text, { kind, notation });
    expect(result).toMatchObject({ code: 0 });
    expect(result.out).toMatch(expected);
  });

  it('answers JSON', async () => {
    const result = await run('from-text', steps, { notation: 'bpmn', format: 'json' });
    expect(JSON.parse(result.out)).toMatchObject({ notation: 'bpmn', model: { kind: 'bpmn' }, warnings: [] });
  });

  it('reads standard input', async () => {
    expect(await run('from-text', steps, { path: '-' })).toMatchObject({ code: 0 });
  });

  it.each([
    ['from-text', '', {}, /nothing_found/],
    ['from-text', steps, { kind: 'er' }, /Unknown kind/],
    ['from-text', steps, { notation: 'svg' }, /Unknown notation/],
    ['from-text', 'А -> Б: запрос', { kind: 'sequence', notation: 'bpmn' }, /cannot be BPMN/],
    ['from-text', new Uint8Array([0xff, 0xfe, 0x00]), {}, /not a UTF-8 text/],
    ['from-text', steps, { path: '/nowhere/at/all' }, /ENOENT/],
    ['from-json', '{', {}, /Not JSON/],
    ['from-json', '{"kind":"pie"}', {}, /invalid_model/],
    ['lint', '<a/>', {}, /invalid_xml/],
  ])('%s stops at bad input', async (verb, content, options, expected) => {
    const result = await run(verb, content, options);
    expect(result).toMatchObject({ code: 2, out: '' });
    expect(result.errors).toMatch(expected);
  });
});

describe('quintet diagram from-json', () => {
  it('writes a model', async () => {
    const model = { kind: 'state', states: [{ id: 'a', name: 'Новый', initial: true }], transitions: [] };
    const result = await run('from-json', JSON.stringify(model));
    expect(result.out).toBe('stateDiagram-v2\n  state "Новый" as s1\n  [*] --> s1\n');
  });
});

describe('quintet diagram from-bpmn', () => {
  it('writes a file in other notations', async () => {
    const { out } = await run('from-text', steps, { notation: 'bpmn' });
    const mermaid = await run('from-bpmn', out);
    expect(mermaid.code).toBe(0);
    expect(mermaid.out).toContain('{"Верно?"}');
    expect((await run('from-bpmn', out, { notation: 'bpmn' })).out).toBe(out);
  });
});

describe('quintet diagram lint', () => {
  it('tells errors by its exit code', async () => {
    expect(await run('lint', 'flowchart TD\n  A[x --> B')).toMatchObject({ code: 1 });
    const result = await run('lint', 'flowchart TD\n  A[x] --> B', { format: 'json' });
    expect(JSON.parse(result.out)).toEqual({ kind: 'flowchart', findings: [] });
    expect(result.code).toBe(0);
  });
  it('accepts what from-text writes', async () => {
    const { out } = await run('from-text', steps, { notation: 'bpmn' });
    expect(await run('lint', out)).toEqual({ code: 0, out: '', errors: '' });
  });
});
