import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryRef, type NewMemory } from '#capabilities/memory/server';
import { generateConversations } from '#capabilities/memory/testing';
import { llmModule } from '#modules/capabilities/llm';
import { memoryModule } from '#modules/capabilities/memory';
import { startApp } from '#platform/server/app';
import { percentile, printTable, round } from './figures.ts';
import { loadCrowd } from './memory-crowd.ts';
import { openReference } from './memory-reference.ts';
import { createChoices, sentence, words } from './words.ts';

/**
 * The memory engine through its own interface, on the embedded PostgreSQL with its durable defaults, beside plain SQL
 * that does the same work in the same run.
 *
 * Usage: node benchmarks/memory.bench.ts [--quick]
 */
const quick = process.argv.includes('--quick');
const own = 20_000;
const wanted = quick ? 100_000 : 1_000_000;
const nodesEach = 20_000;
/** A slow machine gets a smaller crowd rather than a run without end; the figures say how many there were. */
const loadSeconds = quick ? 30 : 180;
const recalls = quick ? 100 : 400;
const singles = quick ? 200 : 1_000;
const turnsToConsolidate = quick ? 2_000 : 10_000;
const batch = 1_000;

const choose = createChoices(7);
const stageMedians: Record<string, number> = {};
const rows: Readonly<Record<string, string | number>>[] = [];

async function measure(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

/** Milliseconds of each of many calls, one after another. */
async function each(count: number, work: (index: number) => Promise<unknown>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) times.push(await measure(() => work(index)));
  return times;
}

/** How many per second when `parallel` callers share the work. */
async function rate(count: number, parallel: number, work: () => Promise<unknown>): Promise<number> {
  let left = count;
  async function caller(): Promise<void> {
    while (left > 0) {
      left -= 1;
      await work();
    }
  }
  const took = await measure(() => Promise.all(Array.from({ length: parallel }, caller)));
  return (count / took) * 1_000;
}

function compareRates(name: string, ours: number, theirs: number): void {
  rows.push({
    what: name,
    memory: `${Math.round(ours)}/s`,
    reference: `${Math.round(theirs)}/s`,
    ratio: round(ours / theirs),
  });
}

function turns(count: number): readonly NewMemory[] {
  return Array.from({ length: count }, (_, index) => ({
    content: sentence(choose),
    sessionId: `session-${Math.floor(index / 20)}`,
    speaker: index % 2 === 0 ? 'Marta' : 'Oskar',
    occurredAt: new Date(Date.UTC(2025, 0, 1) + index * 600_000),
  }));
}

/** Generated conversations, told apart by sample, until there are enough turns. */
function conversationTurns(count: number): readonly NewMemory[] {
  const samples = generateConversations(Math.ceil(count / 500), 25, 20);
  return samples
    .flatMap(({ sample_id, conversation }, sample) =>
      Object.entries(conversation).flatMap(([session, said], number) =>
        typeof said === 'string'
          ? []
          : said.map(({ speaker, text }, turn) => ({
              content: text,
              speaker,
              sessionId: `${sample_id}-${session}`,
              occurredAt: new Date(Date.UTC(2025, 0, 1 + number, 12, turn, sample)),
            })),
      ),
    )
    .slice(0, count);
}

const directory = await mkdtemp(join(tmpdir(), 'quintet-bench-'));
const app = await startApp({
  modules: [llmModule, memoryModule],
  environment: { DATA_DIR: directory, LOG_LEVEL: 'error', LOG_FORMAT: 'json' },
  version: 'benchmark',
  doors: 'none',
});
try {
  const memory = app.service(memoryRef);
  const scope = { ownerId: randomUUID() };
  const startedAt = performance.now();
  const crowd = await loadCrowd(
    app.databaseUrl,
    Math.round((wanted - own) / nodesEach),
    nodesEach,
    loadSeconds,
  );
  const all = own + crowd * nodesEach;
  const loading = round((performance.now() - startedAt) / 1_000, 1);
  process.stdout.write(`${all - own} memories of ${crowd} others were loaded in ${loading} s.\n`);

  const written: number[] = [];
  const ownTurns = turns(own);
  for (let at = 0; at < own; at += batch) {
    written.push(await measure(() => memory.rememberMany(scope, ownTurns.slice(at, at + batch))));
  }
  const reference = await openReference(app.databaseUrl, scope.ownerId);
  try {
    const texts = ownTurns.map(({ content }) => content);
    const batches: number[] = [];
    for (let at = 0; at < own; at += batch) {
      batches.push(await measure(() => reference.insertMany(texts.slice(at, at + batch))));
    }
    const perSecond = (times: readonly number[]): number =>
      own / (times.reduce((sum, time) => sum + time, 0) / 1_000);
    compareRates(`remember, ${batch} in a batch`, perSecond(written), perSecond(batches));

    const insert = (): Promise<void> => reference.insert(sentence(choose));
    const fresh = { ownerId: randomUUID() };
    const remember = (): Promise<unknown> => memory.remember(fresh, { content: sentence(choose) });
    await rate(50, 1, remember);
    await rate(50, 1, insert);
    compareRates('remember, one by one', await rate(singles, 1, remember), await rate(singles, 1, insert));
    compareRates(
      'remember, 8 at once, one owner',
      await rate(singles, 8, remember),
      await rate(singles, 8, insert),
    );
    const owners = Array.from({ length: 8 }, () => ({ ownerId: randomUUID() }));
    await Promise.all(owners.map((owner) => memory.remember(owner, { content: sentence(choose) })));
    const rememberAnywhere = (): Promise<unknown> =>
      memory.remember(owners[choose(owners.length)] ?? fresh, { content: sentence(choose) });
    compareRates(
      'remember, 8 at once, 8 owners',
      await rate(singles, 8, rememberAnywhere),
      await rate(singles, 8, insert),
    );

    const cold = await measure(() => memory.recall(scope, { query: sentence(choose, 5) }));
    const questions = Array.from({ length: recalls }, () =>
      Array.from({ length: 4 }, () => words[choose(words.length)] ?? ''),
    );
    const stages = new Map<string, number[]>();
    const recallTimes = await each(recalls, async (index) => {
      const { timings } = await memory.recall(scope, { query: (questions[index] ?? []).join(' ') });
      for (const [stage, time] of Object.entries(timings))
        stages.set(stage, [...(stages.get(stage) ?? []), time]);
    });
    const searchTimes = await each(recalls, (index) => reference.search(questions[index] ?? []));
    for (const [name, share] of [
      ['p50', 0.5],
      ['p95', 0.95],
    ] as const) {
      const ours = percentile(recallTimes, share);
      const theirs = percentile(searchTimes, share);
      rows.push({
        what: `recall ${name}, ${own} of ${all} memories`,
        memory: `${round(ours)} ms`,
        reference: `${round(theirs)} ms`,
        ratio: round(ours / theirs),
      });
    }
    rows.push({
      what: 'recall, first of the process',
      memory: `${round(cold, 0)} ms`,
      reference: '',
      ratio: '',
    });

    for (const [stage, times] of stages) stageMedians[stage] = round(percentile(times, 0.5));

    const talker = { ownerId: randomUUID() };
    const said = conversationTurns(turnsToConsolidate);
    for (let at = 0; at < said.length; at += 10_000)
      await memory.rememberMany(talker, said.slice(at, at + 10_000));
    const took = await measure(() => memory.consolidate(talker));
    const { counts } = await memory.stats(talker);
    const copying = await measure(() => reference.insertMany(said.map(({ content }) => content)));
    rows.push({
      what: `consolidate ${said.length} turns into ${counts.slice(1).join(' + ')}`,
      memory: `${round(took / 1_000)} s`,
      reference: `${round(copying / 1_000)} s`,
      ratio: round(took / copying),
    });
  } finally {
    await reference.close();
  }
  printTable('Memory, beside INSERT … RETURNING and ts_rank over GIN on the same rows', rows);
  printTable('Recall by stage, median ms', [stageMedians]);
  const megabytes = Math.round(process.memoryUsage.rss() / 1_048_576);
  process.stdout.write(`\nResident memory of this process at the end: ${megabytes} MB\n`);
} finally {
  await app.stop();
  await rm(directory, { recursive: true, force: true });
}
