import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseModule } from '#products/assistants/engines/bsl';
import { allRules, diagnoseTree } from '#products/assistants/engines/diagnostics';
import { createModules } from './bsl-modules.ts';
import { printTable, round } from './figures.ts';

/**
 * Code analysis: the parser and all rules in this thread, and `quintet bsl check --format sarif` as people run it, on
 * generated modules.
 *
 * Usage: node benchmarks/bsl.bench.ts [--quick]
 */
const quick = process.argv.includes('--quick');
const count = quick ? 60 : 500;
const rounds = 3;

const next = createModules(7);
const sources = Array.from({ length: count }, next);
const megabytes = sources.reduce((sum, source) => sum + Buffer.byteLength(source), 0) / 1_000_000;

function perSecond(work: () => void): number {
  let best = 0;
  for (let at = 0; at < rounds; at += 1) {
    const startedAt = performance.now();
    work();
    best = Math.max(best, (megabytes / (performance.now() - startedAt)) * 1_000);
  }
  return best;
}

/** Peak memory of a process and of its threads, by Linux's account; 0 elsewhere. */
async function peakMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024;
}

async function runCommand(
  folder: string,
  report: string,
): Promise<{ seconds: number; peak: number; code: number }> {
  const startedAt = performance.now();
  const child = spawn(
    process.execPath,
    ['apps/cli/main.ts', 'bsl', 'check', folder, '--format', 'sarif', '--output', report],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  );
  let peak = 0;
  const timer = setInterval(async () => {
    peak = Math.max(peak, await peakMegabytes(child.pid ?? 0));
  }, 50);
  const code = await new Promise<number>((resolve) => child.on('exit', (exit) => resolve(exit ?? -1)));
  clearInterval(timer);
  return { seconds: (performance.now() - startedAt) / 1_000, peak, code };
}

const rules = allRules.map((rule) => ({ rule, parameters: {} }));
const parsing = perSecond(() => {
  for (const source of sources) parseModule(source);
});
let findings = 0;
const startedAt = performance.now();
for (const source of sources)
  findings += diagnoseTree(parseModule(source), { rules, path: 'Module.bsl', moduleType: 'UNKNOWN' }).findings
    .length;
const checking = (megabytes / (performance.now() - startedAt)) * 1_000;

const folder = await mkdtemp(join(tmpdir(), 'quintet-bsl-'));
try {
  await Promise.all(
    sources.map(async (source, index) => {
      const place = join(folder, 'CommonModules', `Модуль${index}`, 'Ext');
      await mkdir(place, { recursive: true });
      await writeFile(join(place, 'Module.bsl'), source);
    }),
  );
  const report = join(folder, 'report.sarif');
  const { seconds, peak, code } = await runCommand(folder, report);
  const size = (await stat(report)).size / 1_000_000;
  printTable(
    `${count} modules, ${round(megabytes, 1)} MB, ${rules.length} rules, ${findings} findings in one thread`,
    [
      { what: 'parsing, one thread', 'MB/s': round(parsing, 1), 'share of parsing': 1 },
      {
        what: 'all rules, one thread',
        'MB/s': round(checking, 2),
        'share of parsing': round(checking / parsing, 3),
      },
      {
        what: 'quintet bsl check --format sarif',
        'MB/s': round(megabytes / seconds, 2),
        'share of parsing': round(megabytes / seconds / parsing, 3),
      },
    ],
  );
  process.stdout.write(
    `The command ended with ${code} after ${round(seconds, 1)} s, at most ${round(peak, 0)} MB of memory, a report of ${round(size, 1)} MB.\n`,
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}
