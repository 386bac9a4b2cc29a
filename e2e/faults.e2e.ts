import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { type Answer, at, call, signIn } from './client.ts';
import { type RunningProcess, startProcess } from './process.ts';
import { until } from './until.ts';
import { lostNotes, startWriting } from './writing.ts';

const environment = {
  RATE_LIMIT_PER_MINUTE: '1000000',
  TRUST_PROXY: '127.0.0.1',
  // Tokens name it: they stay good when the next process listens on another port.
  PUBLIC_URL: 'http://quintet.test',
  // Consolidation starts when a test says so.
  MEMORY_CONSOLIDATE_AFTER: '100000',
};
const opened: RunningProcess[] = [];

async function start(dataDir?: string): Promise<RunningProcess> {
  const running = await startProcess({ environment, ...(dataDir === undefined ? {} : { dataDir }) });
  opened.push(running);
  return running;
}

afterEach(async () => {
  // The last one first: those before it left their data to it.
  for (const running of opened.splice(0).reverse()) await running.close();
});

async function postmasterOf({ dataDir }: RunningProcess): Promise<number | undefined> {
  const text = await readFile(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number.parseInt(text, 10);
  return Number.isNaN(pid) ? undefined : pid;
}

/** A dead process that nobody has collected yet does not count as living. */
async function lives(pid: number): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  return stat !== undefined && !/\) [ZX] /.test(stat);
}

const conditionIs = (running: RunningProcess, status: string) => async (): Promise<Answer | undefined> => {
  const answer = await call(running.url, '/health').catch(() => undefined);
  return at(answer?.json, 'status') === status ? answer : undefined;
};

describe('a database that dies', () => {
  it('is told truthfully, comes back by itself, and has every acknowledged note', async () => {
    const running = await start();
    const token = await signIn(running.url, 'user');
    const writing = startWriting(running.url, token);
    await writing.untilMore(50);
    const killed = (await postmasterOf(running)) ?? 0;
    process.kill(killed, 'SIGKILL');

    const ill = await until('An unhealthy report', conditionIs(running, 'unhealthy'));
    expect(ill.status).toBe(503);
    const well = await until('A healthy report', conditionIs(running, 'healthy'));
    expect(well.status).toBe(200);
    await writing.untilMore(50);
    await writing.stop();

    const others = writing.attempts.flatMap(({ answer }) => (answer?.status === 200 ? [] : [answer]));
    expect(others.length).toBeGreaterThan(0);
    const kinds = others.map((answer) => ({
      status: answer?.status,
      type: answer?.contentType.split(';')[0],
      retryAfter: Number(answer?.headers.get('retry-after')) > 0,
    }));
    const expected = { status: 503, type: 'application/problem+json', retryAfter: true };
    expect(kinds.filter((kind) => JSON.stringify(kind) !== JSON.stringify(expected))).toEqual([]);
    expect(await postmasterOf(running)).not.toBe(killed);
    expect(await lostNotes(running.url, token, writing.acknowledged())).toEqual([]);
  });
});

describe('a process that dies', () => {
  it('starts again on the same data with every acknowledged note', async () => {
    const first = await start();
    const token = await signIn(first.url, 'user');
    const writing = startWriting(first.url, token);
    await writing.untilMore(80);
    await first.end('SIGKILL');
    await writing.stop();

    const second = await start(first.dataDir);
    expect(writing.acknowledged().length).toBeGreaterThanOrEqual(80);
    expect(await lostNotes(second.url, token, writing.acknowledged())).toEqual([]);
  });

  it('finishes a consolidation it was killed in, as if nothing had happened', async () => {
    let running = await start();
    const calm = await signIn(running.url, 'analyst');
    const killed = await signIn(running.url, 'author');
    for (const token of [calm, killed]) await importTurns(running, token);

    const startedAt = performance.now();
    const undisturbed = await call(running.url, '/memory/consolidate', { token: calm, method: 'POST' });
    const duration = performance.now() - startedAt;
    expect(at(undisturbed.json, 'status')).toBe('completed');
    const expected = await levelsOf(running, calm);
    expect(Math.min(...expected.slice(0, 3))).toBeGreaterThan(0);

    let interrupted = 0;
    for (const share of [0.4, 0.2]) {
      const consolidating = call(running.url, '/memory/consolidate', { token: killed, method: 'POST' }).catch(
        () => undefined,
      );
      await sleep(duration * share);
      await running.end('SIGKILL');
      if ((await consolidating) === undefined) interrupted += 1;
      running = await start(running.dataDir);
      // A level is there as a whole or not at all.
      const found = await levelsOf(running, killed);
      for (const [level, count] of found.entries()) {
        expect([0, expected[level]], `level ${level} after a kill at ${share}`).toContain(count);
      }
    }
    expect(interrupted).toBeGreaterThan(0);
    await until('The end of the consolidation', async () => {
      const { json } = await call(running.url, '/memory/consolidate', { token: killed, method: 'POST' });
      return at(json, 'status') === 'already_running' ? undefined : true;
    });
    expect(await levelsOf(running, killed)).toEqual(expected);
    expect(await graphOf(running, killed)).toEqual(await graphOf(running, calm));
  });
});

describe('a process that is told to stop under load', () => {
  it('answers what it has begun, exits with 0 and takes the database along', async () => {
    const running = await start();
    const token = await signIn(running.url, 'user');
    const writing = startWriting(running.url, token, 8);
    await writing.untilMore(50);
    const postmaster = (await postmasterOf(running)) ?? 0;
    const slow = signIn(running.url, 'patient');
    await sleep(10);
    const toldAt = performance.now();
    const ended = running.end('SIGTERM');
    expect(await slow).toEqual(expect.any(String));
    expect(await ended).toBe(0);
    await writing.stop();

    // A request that was sent a moment before the signal may still be on its way to the process.
    const begun = writing.attempts.filter(({ startedAt }) => startedAt < toldAt - 20);
    expect(begun.filter(({ answer }) => answer?.status !== 200)).toEqual([]);
    expect(await lives(postmaster)).toBe(false);
    expect(await postmasterOf(running)).toBeUndefined();
  });
});

const things = ['garden', 'harbour', 'kitchen', 'library', 'mountain', 'orchestra', 'railway', 'workshop'];
const deeds = ['visited', 'painted', 'repaired', 'forgot', 'described', 'sold', 'measured', 'opened'];

/** Conversations of many sessions, the same for everybody. */
async function importTurns({ url }: RunningProcess, token: string): Promise<void> {
  const lines: string[] = [];
  for (let session = 0; session < 150; session += 1) {
    for (let turn = 0; turn < 20; turn += 1) {
      const thing = things[(session + (turn >> 2)) % things.length];
      const deed = deeds[(session * 3 + turn) % deeds.length];
      lines.push(
        JSON.stringify({
          session_id: `session-${session}`,
          speaker: turn % 2 === 0 ? 'Marta' : 'Oskar',
          content: `I ${deed} the ${thing} number ${session % 30} with ${turn} friends from the ${things[turn % 8]}.`,
          occurred_at: new Date(Date.UTC(2025, 0, 1 + session, 12, turn)).toISOString(),
        }),
      );
    }
  }
  const answer = await call(url, '/memory/import', {
    token,
    raw: lines.join('\n'),
    contentType: 'application/x-ndjson',
  });
  if (answer.status !== 200) throw new Error(`The turns were not taken: ${answer.text}`);
}

async function levelsOf({ url }: RunningProcess, token: string): Promise<readonly number[]> {
  const { json } = await call(url, '/memory/stats', { token });
  return ['l0_count', 'l1_count', 'l2_count', 'l3_count'].map((name) => Number(at(json, name)));
}

/** How many lines of each kind an export has: nodes by level, edges by kind. */
async function graphOf({ url }: RunningProcess, token: string): Promise<Readonly<Record<string, number>>> {
  const { text } = await call(url, '/memory/export', { token });
  const counts: Record<string, number> = {};
  for (const line of text.split('\n').filter((one) => one !== '')) {
    const parsed: unknown = JSON.parse(line);
    const kind = `${at(parsed, 'type')} ${at(parsed, 'level') ?? ''} ${at(parsed, 'kind') ?? ''}`;
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}
