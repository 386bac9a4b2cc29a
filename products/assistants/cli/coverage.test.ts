import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { coverageTools } from './coverage.ts';
import { recordedInput } from './tool-input.fixture.ts';

let folder: string;
const [report] = coverageTools;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'coverage-'));
  await mkdir(join(folder, 'src/CommonModules/Цены'), { recursive: true });
  await writeFile(join(folder, 'src/CommonModules/Цены/Module.bsl'), 'А();\nБ();\nВ();\n');
  await writeFile(join(folder, 'one.lcov'), 'SF:CommonModules/Цены/Module.bsl\nDA:1,1\nend_of_record\n');
  await writeFile(
    join(folder, 'two.xml'),
    '<coverage version="1"><file path="CommonModules\\Цены\\Module.bsl"><lineToCover lineNumber="2" covered="true"/></file></coverage>',
  );
  await writeFile(join(folder, 'change.diff'), '+++ b/CommonModules/Цены/Module.bsl\n@@ -2,0 +3 @@\n+В();\n');
  await writeFile(join(folder, 'broken.xml'), '<coverage');
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function run(
  files: readonly string[],
  options: Record<string, string>,
): Promise<[number | undefined, string, string]> {
  const { input, output, warnings } = recordedInput(
    files.map((file) => join(folder, file)),
    options,
  );
  return [await report?.run(input), output(), warnings.join('\n')];
}

it('joins reports, counts the modules’ own lines and judges', async () => {
  const options = { sources: join(folder, 'src'), diff: join(folder, 'change.diff'), format: 'json' };
  const [code, output, warnings] = await run(['one.lcov', 'two.xml'], {
    ...options,
    min: '60',
    minChanged: '1',
  });
  expect(code).toBe(1);
  expect(JSON.parse(output)).toMatchObject({
    total: { covered: 2, coverable: 3 },
    changed: { covered: 0, coverable: 1 },
  });
  expect(warnings).toBe('changed: 0.0 % is less than 1 %.');
  expect(await run(['one.lcov', 'two.xml'], { ...options, format: 'lcov', min: '60' })).toMatchObject([
    0,
    expect.stringContaining('DA:3,0\nLF:3\nLH:2'),
    '',
  ]);
});

it.each([
  [['broken.xml'], {}],
  [['nowhere.xml'], {}],
  [['one.lcov'], { min: '101' }],
  [['one.lcov'], { min: 'many' }],
])('%j %j is bad input', async (files, options) => {
  const [code, , warnings] = await run(files, options);
  expect(code).toBe(2);
  expect(warnings).not.toBe('');
});
