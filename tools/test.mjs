// Runs every check of the project and ends with one line: `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildWeb, install, node, root } from './setup.mjs';

install();
buildWeb();

const bin = (...parts) => join(root, 'node_modules', ...parts);
const reports = join(root, 'coverage', 'reports');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

let passed = 0;
let failed = 0;

function run(command, args) {
  const started = Date.now();
  const done = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH}` },
  });
  return { ok: done.status === 0, seconds: Math.round((Date.now() - started) / 1000) };
}

function check(name, command, args) {
  process.stdout.write(`\n== ${name}\n`);
  const { ok, seconds } = run(command, args);
  if (ok) passed += 1;
  else failed += 1;
  process.stdout.write(`== ${name}: ${ok ? 'passed' : 'FAILED'} (${seconds} s)\n`);
}

/** Vitest's own counts, plus one for the run itself when it fails without a failed test (coverage, crash). */
function tests(name, config, extra = []) {
  process.stdout.write(`\n== ${name}\n`);
  const report = join(reports, `${name.replaceAll(' ', '-')}.json`);
  const { ok, seconds } = run(node, [
    bin('vitest', 'vitest.mjs'),
    'run',
    '--config',
    config,
    '--reporter=default',
    '--reporter=json',
    `--outputFile=${report}`,
    ...extra,
  ]);
  const counts = existsSync(report)
    ? JSON.parse(readFileSync(report, 'utf8'))
    : { numPassedTests: 0, numFailedTests: 0 };
  passed += counts.numPassedTests;
  failed += counts.numFailedTests;
  if (!ok && counts.numFailedTests === 0) failed += 1;
  process.stdout.write(
    `== ${name}: ${counts.numPassedTests} passed, ${counts.numFailedTests} failed (${seconds} s)\n`,
  );
}

const only = process.argv[2];
const wanted = (name) => only === undefined || only === name;

if (wanted('check')) {
  check('types: server', node, [bin('typescript', 'bin', 'tsc'), '-p', 'tsconfig.json']);
  check('types: web', node, [bin('typescript', 'bin', 'tsc'), '-p', 'tsconfig.web.json']);
  check('format and lint', node, [
    bin('@biomejs', 'biome', 'bin', 'biome'),
    'ci',
    '--error-on-warnings',
    '.',
  ]);
  check('floors and rooms', node, [join(root, 'tools', 'floors.ts')]);
  check('dead code', node, [bin('knip', 'bin', 'knip.js')]);
  check('file sizes', node, [join(root, 'tools', 'sizes.ts')]);
}
if (wanted('fuzz')) check('fuzzing for two minutes', node, [join(root, 'tools', 'fuzz.ts'), '120']);
if (wanted('unit'))
  tests('unit and integration', 'vitest.config.ts', only === undefined ? ['--coverage'] : []);
if (wanted('e2e')) tests('browser', 'e2e/vitest.config.ts');

process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);
