import { readFile } from 'node:fs/promises';
import { Refusal } from '#base/refusal';
import type { CliCommand } from '#platform/server/modules';
import type { MemoryEngine } from '../engine.ts';
import { evaluatePlainBm25 } from '../evaluation/evaluate-in-memory.rules.ts';
import type { EvaluationSample } from '../evaluation/locomo.ts';
import { percentile, reportOf } from '../evaluation/metrics.rules.ts';
import { parseLocomo } from '../evaluation/parse-locomo.rules.ts';
import { evaluationTable } from './evaluation-table.rules.ts';
import { runEvaluation } from './run-evaluation.ts';

async function readSamples(file: string | undefined): Promise<readonly EvaluationSample[]> {
  if (file === undefined)
    throw new Refusal('invalid', 'memory.no_file', 'Name the file with the conversations.');
  let value: unknown;
  try {
    value = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    const reason = error instanceof SyntaxError ? 'is not JSON' : 'cannot be read';
    throw new Refusal('invalid', 'memory.not_an_evaluation_file', `The file ${reason}.`);
  }
  return parseLocomo(value);
}

function limited(samples: readonly EvaluationSample[], limit: unknown): readonly EvaluationSample[] {
  if (limit === undefined) return samples;
  const count = Number(limit);
  if (!Number.isInteger(count) || count < 1) {
    throw new Refusal('invalid', 'memory.invalid', '--limit is a whole number of conversations from 1 on.');
  }
  return samples.slice(0, count);
}

/** `quintet memory evaluate <file>`: how well the real engine finds what questions need. */
export const evaluateCommand: CliCommand<MemoryEngine> = {
  path: 'memory evaluate',
  summary: 'Measure recall on conversations with questions and evidence (a JSON array in the LoCoMo layout)',
  args: ['<file>'],
  options: [
    { flags: '--strategy <name>', description: 'Retrieval strategy, or auto.', default: 'auto' },
    { flags: '--limit <count>', description: 'Only the first conversations.' },
    { flags: '--no-consolidate', description: 'Ask without consolidating first.' },
    { flags: '--json', description: 'Print one JSON object instead of a table.' },
  ],
  async run({ args, options, print, service }) {
    const samples = limited(await readSamples(args[0]), options['limit']);
    const json = options['json'] === true;
    const strategy = typeof options['strategy'] === 'string' ? options['strategy'] : 'auto';
    const run = await runEvaluation(service, samples, {
      strategy,
      consolidate: options['consolidate'] !== false,
      onSample: (sample, at) => {
        if (!json) print(`${at + 1}/${samples.length}  ${sample.id}: ${sample.turns.length} turns`);
      },
    });
    const report = reportOf(run.rankings);
    const baseline = evaluatePlainBm25(samples);
    const latency = { p50_ms: percentile(run.latencies, 50), p95_ms: percentile(run.latencies, 95) };
    const turns = samples.reduce((sum, sample) => sum + sample.turns.length, 0);
    if (json) {
      const plain = ({ all, answerable, byCategory }: typeof report) => ({
        all,
        answerable,
        by_category: Object.fromEntries(byCategory),
      });
      print(
        JSON.stringify({ strategy, turns, ...latency, engine: plain(report), plain_bm25: plain(baseline) }),
      );
      return;
    }
    for (const line of evaluationTable(report, baseline)) print(line);
    print(
      `latency p50 ${latency.p50_ms.toFixed(1)} ms, p95 ${latency.p95_ms.toFixed(1)} ms over ${run.latencies.length} questions`,
    );
    print(
      `${turns} turns stored in ${(run.importMs / 1_000).toFixed(1)} s, consolidated in ${(run.consolidationMs / 1_000).toFixed(1)} s`,
    );
  },
};
