import type { ToolCommand, ToolInput } from '#platform/server/modules';
import {
  forecastThroughput,
  ganttChart,
  mermaidGantt,
  type Plan,
  type ScheduleOptions,
  schedulePlan,
  simulatePlan,
  type ThroughputQuestion,
} from '#products/assistants/engines/planning';
import { readPlan, readText, tell } from './planning/input.ts';
import { forecastLines, scheduleLines, simulationLines, wireJson } from './planning/output.ts';

const badInput = 2;

const start = {
  flags: '--start <date>',
  description: 'start of the project for a CSV table',
};

function formatOf(input: ToolInput, known: readonly string[]): string | undefined {
  const format = String(input.options['format'] ?? 'text');
  if (known.includes(format)) return format;
  input.warn(`--format must be ${known.join(', ')}`);
  return undefined;
}

async function planOf(input: ToolInput): Promise<Plan | undefined> {
  const text = await readText(input);
  if (text === undefined) return undefined;
  const plan = readPlan(text, input);
  if (!plan.ok) {
    tell(plan.faults, input);
    return undefined;
  }
  tell(plan.warnings, input);
  return plan.value;
}

function scheduleOptions(input: ToolInput): ScheduleOptions | undefined {
  const basis = String(input.options['basis'] ?? 'likely');
  const levelling = String(input.options['levelling'] ?? 'none');
  if (basis !== 'likely' && basis !== 'mean' && basis !== 'optimistic' && basis !== 'pessimistic') {
    input.warn('--basis must be likely, mean, optimistic or pessimistic');
    return undefined;
  }
  if (levelling !== 'none' && levelling !== 'min_lst' && levelling !== 'min_lft') {
    input.warn('--levelling must be none, min_lst or min_lft');
    return undefined;
  }
  return { basis, levelling };
}

const schedule: ToolCommand = {
  path: 'plan schedule',
  summary: 'critical path, dates and floats of a plan; exit code 1 when a task misses its date',
  args: ['<file>'],
  options: [
    { flags: '--format <format>', description: 'text, json or mermaid', default: 'text' },
    { flags: '--basis <basis>', description: 'likely, mean, optimistic or pessimistic', default: 'likely' },
    { flags: '--levelling <rule>', description: 'none, min_lst or min_lft', default: 'none' },
    start,
  ],
  async run(input) {
    const format = formatOf(input, ['text', 'json', 'mermaid']);
    const options = scheduleOptions(input);
    if (format === undefined || options === undefined) return badInput;
    const plan = await planOf(input);
    if (plan === undefined) return badInput;
    const result = schedulePlan(plan, options);
    const chart = ganttChart(plan, options);
    if (!result.ok || !chart.ok) {
      tell(result.ok ? [] : result.faults, input);
      return badInput;
    }
    tell(result.warnings, input);
    if (format === 'json') input.print(wireJson(result.value));
    else if (format === 'mermaid') input.write(mermaidGantt(chart.value));
    else for (const line of scheduleLines(result.value, plan.currency)) input.print(line);
    return result.value.tasks.some(({ late }) => late) ? 1 : 0;
  },
};

const simulate: ToolCommand = {
  path: 'plan simulate',
  summary: 'Monte Carlo of a plan: finish and cost by certainty, tasks that decide',
  args: ['<file>'],
  options: [
    { flags: '--runs <number>', description: 'how many times', default: '10000' },
    { flags: '--seed <number>', description: 'the same seed repeats the result', default: '1' },
    { flags: '--correlation <share>', description: 'of all durations, 0 to 0.95', default: '0' },
    { flags: '--format <format>', description: 'text or json', default: 'text' },
    start,
  ],
  async run(input) {
    const format = formatOf(input, ['text', 'json']);
    if (format === undefined) return badInput;
    const plan = await planOf(input);
    if (plan === undefined) return badInput;
    const result = simulatePlan(plan, {
      runs: Number(input.options['runs'] ?? 10_000),
      seed: Number(input.options['seed'] ?? 1),
      correlation: Number(input.options['correlation'] ?? 0),
    });
    if (!result.ok) {
      tell(result.faults, input);
      return badInput;
    }
    tell(result.warnings, input);
    if (format === 'json') input.print(wireJson(result.value));
    else for (const line of simulationLines(result.value, plan.currency)) input.print(line);
    return 0;
  },
};

function questionOf(text: string): ThroughputQuestion | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return undefined;
    const { history, added, start: from, items, by, runs, seed } = value as Partial<ThroughputQuestion>;
    const lists = [history, added ?? []].every(
      (list) => Array.isArray(list) && list.every((count) => typeof count === 'number'),
    );
    if (!lists || history === undefined || typeof from !== 'string') return undefined;
    if (by !== undefined && typeof by !== 'string') return undefined;
    return {
      history,
      start: from,
      ...(added === undefined ? {} : { added }),
      ...(items === undefined ? {} : { items }),
      ...(by === undefined ? {} : { by }),
      ...(runs === undefined ? {} : { runs }),
      ...(seed === undefined ? {} : { seed }),
    };
  } catch {
    return undefined;
  }
}

const forecast: ToolCommand = {
  path: 'plan forecast',
  summary:
    'when items are finished, from weekly history: {"history": [4, 2, 5], "start": "2026-03-02", "items": 40}',
  args: ['<file>'],
  options: [{ flags: '--format <format>', description: 'text or json', default: 'text' }],
  async run(input) {
    const format = formatOf(input, ['text', 'json']);
    const text = format === undefined ? undefined : await readText(input);
    if (text === undefined) return badInput;
    const question = questionOf(text);
    if (question === undefined) {
      input.warn('a JSON object with history (numbers) and start (a date) is needed');
      return badInput;
    }
    const result = forecastThroughput(question);
    if (!result.ok) {
      tell(result.faults, input);
      return badInput;
    }
    if (format === 'json') input.print(wireJson(result.value));
    else for (const line of forecastLines(result.value)) input.print(line);
    return 0;
  },
};

/** Plans on the command line. */
export const planningTools: readonly ToolCommand[] = [schedule, simulate, forecast];
