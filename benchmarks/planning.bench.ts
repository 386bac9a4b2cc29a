import { type Link, type Plan, simulatePlan, type Task } from '#products/assistants/engines/planning';
import { median, printTable, round } from './figures.ts';
import { createChoices } from './words.ts';

/**
 * Monte Carlo of a plan of 200 tasks, 10,000 runs, beside the same model written plainly: objects for tasks, links looked
 * up in a map, every run ordered anew, gamma variates for each beta.
 *
 * Usage: node benchmarks/planning.bench.ts [--quick]
 */
const quick = process.argv.includes('--quick');
const count = 200;
const runs = quick ? 2_000 : 10_000;
const repeats = quick ? 3 : 7;
const choose = createChoices(5);

function taskOf(index: number): Task {
  const back = index === 0 ? [] : [1 + choose(Math.min(index, 8)), 1 + choose(Math.min(index, 20))];
  const links = [...new Set(back)].map(
    (step): Link => ({
      from: `t${index - step}`,
      type: choose(5) === 0 ? 'SS' : 'FS',
      lag: choose(3),
      lagUnit: 'hours',
    }),
  );
  const optimistic = 1 + choose(8);
  const likely = optimistic + choose(16);
  return {
    id: `t${index}`,
    name: `Task ${index}`,
    duration: { optimistic, likely, pessimistic: likely + 1 + choose(40) },
    unit: 'hours',
    links,
    assignments: [],
  };
}

const plan: Plan = {
  name: 'benchmark',
  start: '2026-03-02',
  currency: 'RUB',
  hoursPerDay: 8,
  calendars: [],
  resources: [],
  tasks: Array.from({ length: count }, (_, index) => taskOf(index)),
  risks: [],
};
const week = Array.from({ length: 7 }, (_, day) => (day < 6 ? [{ from: 480, to: 960 }] : []));
const mixed: Plan = {
  ...plan,
  calendars: [{ id: 'six', name: 'six', week, exceptions: [] }],
  tasks: plan.tasks.map((task, at) => (at % 2 === 0 ? { ...task, calendar: 'six' } : task)),
};

const random = (): number => (choose(1_000_000) + 0.5) / 1_000_000;
const gaussian = (): number => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());

/** Marsaglia and Tsang. */
function gamma(shape: number): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = gaussian();
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

function draw({ duration: { optimistic, likely, pessimistic } }: Task): number {
  const range = pessimistic - optimistic;
  const [left, right] = [
    gamma(1 + (4 * (likely - optimistic)) / range),
    gamma(1 + (4 * (pessimistic - likely)) / range),
  ];
  return optimistic + (range * left) / (left + right);
}

/** The median finish, by objects and maps. */
function naive(): number {
  const finishes = Array.from({ length: runs }, () => {
    const placed = new Map<string, { readonly start: number; readonly finish: number }>();
    let waiting = [...plan.tasks];
    while (waiting.length > 0) {
      const ready = waiting.filter(({ links }) => links.every(({ from }) => placed.has(from)));
      for (const task of ready) {
        const bounds = task.links.map(({ from, type, lag }) => {
          const before = placed.get(from);
          return ((type === 'SS' ? before?.start : before?.finish) ?? 0) + lag;
        });
        const start = Math.max(0, ...bounds);
        placed.set(task.id, { start, finish: start + draw(task) });
      }
      waiting = waiting.filter(({ id }) => !placed.has(id));
    }
    return Math.max(...[...placed.values()].map(({ finish }) => finish));
  });
  return median(finishes);
}

function timed(work: () => number, times: number): { readonly ms: number; readonly p50: number } {
  let p50 = 0;
  const all = Array.from({ length: times }, () => {
    const startedAt = performance.now();
    p50 = work();
    return performance.now() - startedAt;
  });
  return { ms: median(all), p50 };
}

function engine(of: Plan): () => number {
  return () => {
    const result = simulatePlan(of, { runs, seed: 1 });
    if (!result.ok) throw new Error(result.faults.map(({ message }) => message.en).join(' '));
    return result.value.hours.p50;
  };
}

const plain = timed(naive, quick ? 1 : 2);
const rows = [
  { what: 'engine, one calendar', ...timed(engine(plan), repeats) },
  { what: 'engine, two calendars', ...timed(engine(mixed), repeats) },
  { what: 'naive objects, no calendar', ...plain },
].map(({ what, ms, p50 }) => ({
  what,
  ms: round(ms, 0),
  'runs/s': round((runs / ms) * 1_000, 0),
  'times the naive': round(plain.ms / ms, 1),
  'P50 hours': round(p50, 1),
}));
printTable(`${count} tasks, ${runs} runs, one core`, rows);
