import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** A small house in a folder of its own, built with the project's real settings, into which faults are planted. */
let house: string;
const project = process.cwd();

const sound: Readonly<Record<string, string>> = {
  'base/ids.ts': 'export const one = 1;\n',
  'platform/contract/index.ts': "export { one } from '#base/ids';\n",
  'platform/server/database/index.ts': 'export const database = 1;\n',
  'platform/server/database/pool.ts': 'export const pool = 1;\n',
  'platform/testing/index.ts': 'export const fake = 1;\n',
  'capabilities/identity/contract/index.ts': 'export const login = 1;\n',
  'capabilities/identity/server/index.ts': 'export const identity = 1;\n',
  'capabilities/identity/server/keys.ts': 'export const keys = 1;\n',
  'capabilities/identity/server/module.ts': 'export const identityModule = 1;\n',
  'capabilities/llm/server/index.ts': 'export const llm = 1;\n',
  'capabilities/memory/server/index.ts': "export { llm } from '#capabilities/llm/server';\n",
  'products/care/server/index.ts': "export { identity } from '#capabilities/identity/server';\n",
  'products/care/server/visits/visits.store.ts': 'export const visits = 1;\n',
  'products/care/engines/route/index.ts': "export { inside } from './inside.ts';\n",
  'products/care/engines/route/inside.ts': 'export const inside = 1;\n',
  'products/quests/contract/index.ts': 'export const quest = 1;\n',
  'products/quests/server/index.ts': 'export const quests = 1;\n',
  'apps/server/modules.ts': "import '#modules/capabilities/identity';\n",
};

async function put(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(house, file)), { recursive: true });
    await writeFile(join(house, file), text);
  }
}

function run(tool: string, args: readonly string[]): { output: string; status: number | null } {
  const done = spawnSync(process.execPath, [join(project, 'node_modules', tool), ...args], {
    cwd: house,
    encoding: 'utf8',
  });
  return { output: `${done.stdout}${done.stderr}`, status: done.status };
}

beforeAll(async () => {
  house = await mkdtemp(join(tmpdir(), 'house-'));
  for (const file of [
    'package.json',
    'biome.json',
    '.dependency-cruiser.mjs',
    'tsconfig.base.json',
    '.gitignore',
  ]) {
    await cp(join(project, file), join(house, file));
  }
  await writeFile(
    join(house, 'tsconfig.json'),
    JSON.stringify({
      extends: './tsconfig.base.json',
      compilerOptions: { types: ['node'] },
      include: ['**/*.ts'],
      exclude: ['node_modules'],
    }),
  );
  await symlink(join(project, 'node_modules'), join(house, 'node_modules'));
  spawnSync('git', ['init', '--quiet'], { cwd: house });
  await put(sound);
});

afterAll(() => rm(house, { recursive: true, force: true }));

describe('floors and rooms', () => {
  const cruise = () =>
    run('dependency-cruiser/bin/dependency-cruiser.mjs', [
      '--config',
      '.dependency-cruiser.mjs',
      'base',
      'platform',
      'capabilities',
      'products',
      'apps',
    ]);

  it('lets a sound house stand and sees every file of it', () => {
    const { output, status } = cruise();
    expect(status, output).toBe(0);
    expect(Number(/\((\d+) modules/.exec(output)?.[1])).toBeGreaterThanOrEqual(Object.keys(sound).length);
  });

  it.each([
    ['base-stands-alone', 'base/planted.ts', "import 'node:fs';"],
    ['platform-knows-no-business', 'platform/server/planted.ts', "import '#capabilities/llm/server';"],
    [
      'platform-knows-no-business',
      'platform/server/planted.ts',
      "import type {} from '#products/care/server';",
    ],
    [
      'capability-knows-no-product',
      'capabilities/llm/server/planted.ts',
      "void import('#products/care/server');",
    ],
    [
      'capability-llm-uses-what-it-declared',
      'capabilities/llm/server/planted.ts',
      "import '#capabilities/identity/server';",
    ],
    [
      'product-knows-no-other-product',
      'products/care/server/planted.ts',
      "import '#products/quests/contract';",
    ],
    [
      'front-door-only',
      'products/care/server/planted.ts',
      "import '../../../capabilities/identity/server/keys.ts';",
    ],
    [
      'platform-front-door-only',
      'products/care/server/planted.ts',
      "import '../../../platform/server/database/pool.ts';",
    ],
    ['only-apps-load-modules', 'products/care/server/planted.ts', "import '#modules/capabilities/identity';"],
    ['contract-is-isomorphic', 'products/care/contract/planted.ts', "import '#products/care/server';"],
    ['contract-needs-no-node', 'products/care/contract/planted.ts', "import 'node:crypto';"],
    ['web-never-imports-server', 'products/care/web/planted.ts', "import '#platform/server/database';"],
    ['server-never-imports-web', 'products/care/server/planted.ts', "import '../web/page.ts';"],
    ['tests-only-doubles', 'products/care/server/planted.ts', "import '#platform/testing';"],
    ['rules-are-pure', 'products/care/server/planted.rules.ts', "import './visits/visits.store.ts';"],
    ['doors-do-no-sql', 'products/care/server/http/planted.ts', "import '../visits/visits.store.ts';"],
    ['no-relative-escape', 'products/care/server/planted.ts', "import '../../../base/ids.ts';"],
    [
      'not-to-unresolvable',
      'products/care/server/planted.ts',
      "import '#capabilities/identity/server/keys';",
    ],
    ['engines-are-pure', 'products/care/engines/route/planted.ts', "import '#products/care/server';"],
    ['engines-are-pure', 'products/care/engines/route/planted.ts', "import '#platform/server/database';"],
    ['engines-need-no-node', 'products/care/engines/route/planted.ts', "import 'node:fs';"],
    ['engine-front-door-only', 'products/care/server/planted.ts', "import '../engines/route/inside.ts';"],
    ['engine-front-door-only', 'products/care/engines/price/planted.ts', "import '../route/inside.ts';"],
    ['no-circular', 'products/care/server/planted.ts', "import type {} from './other.ts';"],
  ])('finds %s', async (rule, file, text) => {
    const planted = {
      [file]: `${text}\nexport const planted = 1;\n`,
      'products/care/web/page.ts': 'export const page = 1;\n',
      'products/care/server/other.ts':
        rule === 'no-circular'
          ? "import './planted.ts';\nexport const other = 1;\n"
          : 'export const other = 1;\n',
    };
    await put(planted);
    const { output, status } = cruise();
    for (const path of Object.keys(planted)) await rm(join(house, path));
    expect(status, output).not.toBe(0);
    expect(output).toContain(rule);
  });
});

describe('lint', () => {
  it.each([
    ['noExplicitAny', 'export const planted: any = 1;'],
    [
      'noFloatingPromises',
      'async function later(): Promise<number> {\n  return 1;\n}\nexport function planted(): void {\n  later();\n}',
    ],
    ['noProcessEnv', 'export const planted = process.env.HOME;'],
    ['noEnum', 'export enum Planted {\n  One,\n}'],
    ['noDefaultExport', 'export default 1;'],
    ['noNonNullAssertion', 'export const planted = (list: number[]) => list[0]!;'],
    ['noUndeclaredDependencies', "import lodash from 'lodash';\n\nexport const planted = lodash;"],
    ['noConsole', "console.log('planted');"],
  ])('finds %s', async (rule, text) => {
    const file = 'products/care/server/planted.ts';
    await put({ [file]: `${text}\n` });
    const { output, status } = run('@biomejs/biome/bin/biome', ['lint', '--error-on-warnings', file]);
    await rm(join(house, file));
    expect(status, output).not.toBe(0);
    expect(output).toContain(rule);
  });
});

describe('types', () => {
  it.each([
    ['an enumeration that Node cannot strip', 'export enum Planted {\n  One,\n}', 'TS1294'],
    ['a value that may be undefined', 'export const planted: number = [1][0];', 'TS2322'],
  ])('refuse %s', async (_name, text, code) => {
    const file = 'products/care/server/planted.ts';
    await put({ [file]: `${text}\n` });
    const { output, status } = run('typescript/bin/tsc', ['-p', 'tsconfig.json']);
    await rm(join(house, file));
    expect(status).not.toBe(0);
    expect(output).toContain(code);
  });
});
