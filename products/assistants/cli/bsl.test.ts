import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
// A test may look behind the engine's door for its samples.
import { designerFiles } from '../engines/metadata/fixtures/designer.fixture.ts';
import { trade } from '../engines/metadata/fixtures/trade.fixture.ts';
import { checkCommand } from './bsl/check.ts';
import { createProgress } from './bsl/progress.ts';
import { recordedInput } from './tool-input.fixture.ts';

let folder: string;

async function put(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

async function check(
  target: string,
  options: Record<string, string | boolean> = {},
): Promise<{ code: number; output: string; warnings: readonly string[] }> {
  const { input, output, warnings } = recordedInput([join(folder, target)], {
    format: 'json',
    failOn: 'major',
    ...options,
  });
  return { code: await checkCommand.run(input), output: output(), warnings };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bsl-check-'));
  await put({
    'sound/a.bsl': 'Сумма = Цена;\n',
    'faulty/б/Module.bsl': '\uFEFFЦена = Цена;\n',
    'faulty/a.os': 'Цена = Цена;\r\n',
    'faulty/notes.txt': 'Цена = Цена;',
    'faulty/old.bsl': Buffer.from([0xd6, 0x20, 0x3d, 0x20, 0xd6, 0x3b]),
    'binary/x.bsl': new Uint8Array([0, 1, 2]),
    'configured/a.bsl': 'Цена = Цена;\n',
    'configured/.bsl-language-server.json': '{"diagnostics":{"parameters":{"SelfAssign":false}}}',
    'fixed/a.bsl': 'Цена = 1;;\n',
  });
  const many = Array.from({ length: 60 }, (_, at) => [
    `many/${String(at).padStart(3, '0')}.bsl`,
    'Цена = Цена;\n',
  ]);
  await put(Object.fromEntries(many));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const only = { only: 'SelfAssign' };

describe('quintet bsl check', () => {
  it('finds in every module of a folder, in any encoding, and says so by its exit code', async () => {
    const { code, output } = await check('faulty', only);
    expect(code).toBe(1);
    expect(
      JSON.parse(output).files.map(({ path, findings }: { path: string; findings: unknown[] }) => [
        path,
        findings.length,
      ]),
    ).toEqual([
      ['a.os', 1],
      ['old.bsl', 1],
      ['б/Module.bsl', 1],
    ]);
  });

  it('is silent about sound code', async () => {
    expect(await check('sound', only)).toMatchObject({ code: 0, warnings: [] });
  });

  it.each([
    ['blocker', 0],
    ['none', 0],
    ['major', 1],
    ['info', 1],
  ])('fails from %s upwards: %i', async (failOn, code) => {
    expect((await check('faulty', { ...only, failOn })).code).toBe(code);
  });

  it('checks many files in threads, in their order', async () => {
    const { output } = await check('many', only);
    const paths = JSON.parse(output).files.map(({ path }: { path: string }) => path);
    expect(paths).toHaveLength(60);
    expect(paths).toEqual(paths.toSorted());
  });

  it('reads the settings of the folder, unless a rule is named', async () => {
    const keys = ({ output }: { output: string }) =>
      JSON.parse(output).files[0].findings.map(({ key }: { key: string }) => key);
    expect(keys(await check('configured'))).not.toContain('SelfAssign');
    expect(keys(await check('configured', only))).toEqual(['SelfAssign']);
  });

  it('repairs files', async () => {
    await check('fixed', { only: 'EmptyStatement', fix: true });
    expect(await readFile(join(folder, 'fixed/a.bsl'), 'utf8')).toBe('Цена = 1;\n');
  });

  it('writes the report to a file', async () => {
    const { output } = await check('faulty', { ...only, output: join(folder, 'report.json') });
    expect(output).toBe('');
    expect(JSON.parse(await readFile(join(folder, 'report.json'), 'utf8')).files).toHaveLength(3);
  });

  it.each([
    ['nowhere', {}, 'nowhere'],
    ['binary', {}, 'binary'],
    ['sound', { only: 'NoSuchRule' }, 'NoSuchRule'],
    ['sound', { format: 'pdf' }, 'pdf'],
    ['sound', { failOn: 'bad' }, '--fail-on'],
    ['sound', { config: '/nowhere.json' }, 'nowhere.json'],
  ])('%s %j is bad input', async (target, options, words) => {
    const { code, warnings } = await check(target, options);
    expect(code).toBe(2);
    expect(warnings.join('\n')).toContain(words);
  });
});

it('looks at a module as a part of its configuration', async () => {
  const files = designerFiles(trade);
  await put(Object.fromEntries([...files].map(([path, content]) => [`trade/${path}`, content])));
  const { output, warnings } = await check('trade', { failOn: 'none' });
  expect(warnings).toEqual([]);
  expect(JSON.parse(output).files.length).toBeGreaterThan(0);
});

it('takes the parameters of rules about objects from the settings', async () => {
  const files = designerFiles(trade);
  const lengths = { MetadataObjectNameLength: { maxMetadataObjectNameLength: 3 } };
  await put({
    ...Object.fromEntries([...files].map(([path, content]) => [`named/${path}`, content])),
    'named/.bsl-language-server.json': JSON.stringify({ diagnostics: { mode: 'only', parameters: lengths } }),
  });
  const { output } = await check('named', { failOn: 'none' });
  const keys = JSON.parse(output).files.flatMap(({ findings }: { findings: { key: string }[] }) =>
    findings.map(({ key }) => key),
  );
  expect(new Set(keys)).toEqual(new Set(['MetadataObjectNameLength']));
});

it('draws progress on a terminal only', () => {
  const drawn: string[] = [];
  let now = 0;
  const steps = (isTerminal: boolean): void => {
    const progress = createProgress(
      2,
      isTerminal,
      (text) => drawn.push(text),
      () => now,
    );
    for (let step = 0; step < 2; step += 1) {
      now += 1_000;
      progress.step(1_000_000);
    }
    progress.end();
  };
  steps(false);
  expect(drawn).toEqual([]);
  steps(true);
  expect(drawn[1]).toContain('2/2  2.0 MB  1.0 MB/s');
  expect(drawn.at(-1)).toBe('\r\u001b[K');
});
