import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { call, signIn, textAt } from '../e2e/client.ts';
import type { RunningProcess } from '../e2e/process.ts';
import {
  againstBare,
  connections,
  type Read,
  type Row,
  rounds,
  seconds,
  withProgram,
} from './against-bare.ts';
import { printTable } from './figures.ts';

/**
 * An authenticated, validated, logged, measured and serialised read through the whole program, against bare
 * `node:http` and `pg` that send the same statement to the same database; in turn, round after round.
 *
 * Usage: node benchmarks/http-read.bench.ts [--quick] [--profile <folder>]
 */
const idleSeconds = 10;

const accountStatement = `SELECT a.id, a.email, a.email_verified_at IS NOT NULL AS email_verified, a.display_name,
  a.locale, a.time_zone, a.totp_enabled_at IS NOT NULL AS two_factor_enabled, a.password_hash IS NOT NULL AS has_password,
  ARRAY(SELECT provider FROM identity.external_account e WHERE e.user_id = a.id ORDER BY provider) AS providers,
  a.created_at FROM identity.account a WHERE a.id = $1::uuid`;

const countsStatement = `SELECT set_config('quintet.owner', $1, true), d.l0, d.l1, d.l2, d.l3, d.forgotten, d.pending
  FROM memory.space_directory d WHERE d.owner_id = $1::uuid`;

function residentMegabytes(pid: number): Readonly<Record<string, number>> {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const of = (name: string): number =>
    Math.round(Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0) / 1_024);
  return { resident: of('VmRSS'), anonymous: of('RssAnon'), 'mapped files': of('RssFile') };
}

async function heapMegabytes(url: string): Promise<Readonly<Record<string, number>>> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const of = (name: string): number =>
    Math.round(Number(new RegExp(`^${name} (\\S+)`, 'm').exec(text)?.[1] ?? 0) / 1_048_576);
  return {
    'heap used': of('nodejs_heap_size_used_bytes'),
    'heap reserved': of('nodejs_heap_size_total_bytes'),
    'outside the heap': of('nodejs_external_memory_bytes'),
  };
}

async function idleMemory(running: RunningProcess, when: string): Promise<void> {
  await sleep(idleSeconds * 1_000);
  const pid = running.child.pid ?? 0;
  const row = { ...residentMegabytes(pid), ...(await heapMegabytes(running.url)) };
  printTable(`Memory of the idle process, MB, ${when}`, [row]);
}

await withProgram({}, async (running, databaseUrl) => {
  await idleMemory(running, `${idleSeconds} s after the start`);
  const token = await signIn(running.url, 'user');
  const userId = textAt((await call(running.url, '/profile/me', { token })).json, 'id');
  const reads: Read[] = [
    { name: 'GET /profile/me', path: '/profile/me', statement: accountStatement, values: [userId] },
  ];
  if ((await call(running.url, '/memory/stats', { token })).status === 200) {
    reads.push({
      name: 'GET /memory/stats',
      path: '/memory/stats',
      statement: countsStatement,
      values: [userId],
    });
  }
  const rows: Row[] = [];
  for (const read of reads)
    rows.push(await againstBare(running, databaseUrl, read, { authorization: `Bearer ${token}` }));
  printTable(`Reads over HTTP, ${connections} connections, ${rounds} rounds of ${seconds} s, medians`, rows);
  await idleMemory(running, `${idleSeconds} s after the load`);
});
