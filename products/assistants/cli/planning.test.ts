import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planningTools } from './planning.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quintet-planning-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function run(
  path: string,
  file: string,
  content: string | Uint8Array,
  options: Readonly<Record<string, string>> = {},
): Promise<{ code: number; out: string; errors: string }> {
  const place = join(folder, file);
  await writeFile(place, content);
  const [out, errors]: [string[], string[]] = [[], []];
  const tool = planningTools.find((each) => each.path === path);
  const code = await tool?.run({
    args: [place],
    options,
    print: (line) => out.push(line),
    warn: (line) => errors.push(line),
    write: (text) => out.push(text),
    isTerminal: false,
    readInput: async () => new Uint8Array(),
  });
  return { code: code ?? -1, out: out.join('\n'), errors: errors.join('\n') };
}

const plan = JSON.stringify({
  name: 'Внедрение УТ',
  start: '2026-03-02',
  tasks: [
    { id: '1', name: 'Обследование', duration: { optimistic: 1, likely: 2, pessimistic: 5 } },
    { id: '2', name: 'Настройка', duration: 3, predecessors: ['1FS+1d'] },
  ],
});

describe('plan schedule', () => {
  it('prints dates and the critical path', async () => {
    const { code, out } = await run('plan schedule', 'plan.json', plan);
    expect(code).toBe(0);
    expect(out).toContain('critical: 1 → 2');
    expect(out).toContain('2026-03-09T18:00');
  });

  it('writes JSON in wire names and Mermaid text', async () => {
    const { out } = await run('plan schedule', 'plan.json', plan, { format: 'json' });
    expect(JSON.parse(out)).toMatchObject({ duration_hours: 48, tasks: [{ total_float_hours: 0 }, {}] });
    const mermaid = await run('plan schedule', 'plan.json', plan, { format: 'mermaid' });
    expect(mermaid.out).toMatch(/^gantt\n/);
  });

  it('answers 1 for a missed date', async () => {
    const late = plan.replace('"duration":3', '"duration":3,"must_finish_by":"2026-03-04"');
    const { code, out } = await run('plan schedule', 'late.json', late);
    expect(code).toBe(1);
    expect(out).toContain('LATE');
  });

  it('reads tables, also of the Windows encoding', async () => {
    const table = 'id;name;duration;predecessors\n1;A;2d;\n2;\u0041;1d;1\u041e\u041d+1\u0434';
    const bytes = Uint8Array.from(table, (letter) => {
      const point = letter.codePointAt(0) ?? 0;
      return point < 128 ? point : point - 0x410 + 0xc0;
    });
    const { code, out } = await run('plan schedule', 'plan.csv', bytes, { start: '2026-03-02' });
    expect(code).toBe(0);
    expect(out).toContain('2026-03-05T18:00');
  });

  it.each([
    ['broken.json', '{', 'planning.not_json'],
    ['form.json', '{"start":1}', 'planning.bad_form'],
    ['self.json', '{"start":"2026-03-02","tasks":[{"id":"a","predecessors":["a"]}]}', 'planning.self_link'],
    ['doctype.xml', '<!DOCTYPE x><Project/>', 'planning.doctype'],
    ['nodate.csv', 'id,name\n1,A', 'planning.bad_date'],
  ])('answers 2 and tells why for %s', async (file, content, code) => {
    const result = await run('plan schedule', file, content);
    expect(result.code).toBe(2);
    expect(result.errors).toContain(code);
  });

  it.each([{ format: 'pdf' }, { basis: 'best' }, { levelling: 'magic' }])(
    'answers 2 for %o',
    async (options) => {
      expect((await run('plan schedule', 'plan.json', plan, options)).code).toBe(2);
    },
  );
});

describe('plan simulate', () => {
  it('repeats itself by seed', async () => {
    const options = { runs: '500', seed: '7', format: 'json' };
    const first = await run('plan simulate', 'plan.json', plan, options);
    const second = await run('plan simulate', 'plan.json', plan, options);
    expect(first).toEqual(second);
    expect(JSON.parse(first.out)).toMatchObject({ runs: 500, planned: { hours: 48 } });
    expect((await run('plan simulate', 'plan.json', plan, { runs: '500' })).out).toContain('P80');
  });

  it('answers 2 for bad options', async () => {
    expect((await run('plan simulate', 'plan.json', plan, { runs: 'many' })).code).toBe(2);
    expect((await run('plan simulate', 'plan.json', plan, { format: 'mermaid' })).code).toBe(2);
  });
});

describe('plan forecast', () => {
  it('answers when and how many', async () => {
    const question = { history: [2, 2, 2], start: '2026-03-02', items: 10, by: '2026-03-29' };
    const text = await run('plan forecast', 'history.json', JSON.stringify(question));
    expect(text.code).toBe(0);
    expect(text.out).toContain('10 items: 5 weeks, 2026-04-06');
    expect(text.out).toContain('at least 8 items');
    const json = await run('plan forecast', 'history.json', JSON.stringify(question), { format: 'json' });
    expect(JSON.parse(json.out)).toMatchObject({ how_many: { weeks: 4 } });
  });

  it.each(['[]', '{', '{"history":"x","start":"2026-03-02"}', '{"history":[0],"start":"2026-03-02"}'])(
    'answers 2 for %s',
    async (content) => {
      expect((await run('plan forecast', 'bad.json', content)).code).toBe(2);
    },
  );
});
