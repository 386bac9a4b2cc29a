import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Lines of source files: the limits may be lowered, never raised. Tables, fixtures, locales and tests are exempt. */
const limits = { median: 60, p95: 250, max: 400 };
const exempt =
  /(\.test\.tsx?|\.e2e\.ts|\/tables?\.ts|fixtures?|locales?\/|\/(ru|en)\.ts|migrations\/|stop-words|\.d\.ts)/;

const files = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx'],
  {
    encoding: 'utf8',
  },
)
  .split('\n')
  .filter((file) => file !== '' && !exempt.test(file))
  .map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').length - 1 }))
  .sort((left, right) => left.lines - right.lines);

const at = (share: number) => files[Math.min(files.length - 1, Math.floor(files.length * share))]?.lines ?? 0;
const figures = { median: at(0.5), p95: at(0.95), max: at(1) };
process.stdout.write(
  `${files.length} files: median ${figures.median}, 95 % ≤ ${figures.p95}, longest ${figures.max} lines\n`,
);
const broken = Object.entries(limits).filter(
  ([name, limit]) => figures[name as keyof typeof figures] > limit,
);
for (const [name, limit] of broken) process.stdout.write(`The ${name} may not exceed ${limit} lines.\n`);
for (const { file, lines } of files.filter((entry) => entry.lines > limits.p95).reverse()) {
  process.stdout.write(`  ${lines} ${file}\n`);
}
process.exit(files.length > 0 && broken.length === 0 ? 0 : 1);
