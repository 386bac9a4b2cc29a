import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Fewer modules than this means the tool saw nothing: a green light on an empty street. */
const leastModules = 100;
const roots = ['base', 'platform', 'capabilities', 'products', 'apps', 'e2e', 'benchmarks'];

const done = spawnSync(
  process.execPath,
  [
    join('node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs'),
    '--config',
    '.dependency-cruiser.mjs',
    '--output-type',
    'err',
    ...roots,
  ],
  { encoding: 'utf8' },
);
const output = `${done.stdout}${done.stderr}`;
const cruised = Number(/(\d+) modules/.exec(output)?.[1] ?? 0);
// The tool asks for an older TypeScript compiler; it parses with swc here, types included.
process.stdout.write(`${output.split('‼ missing-tsc-transpiler')[0]?.trim()}\n`);
if (cruised < leastModules)
  process.stdout.write(`Only ${cruised} modules were looked at: the check is broken.\n`);
process.exit(done.status === 0 && cruised >= leastModules ? 0 : 1);
