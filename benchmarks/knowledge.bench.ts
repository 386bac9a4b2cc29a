import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '#base/ids';
import { defineRef } from '#base/ref';
import type { Workspace } from '#capabilities/tenants/server';
import { identityModule } from '#modules/capabilities/identity';
import { llmModule } from '#modules/capabilities/llm';
import { memoryModule } from '#modules/capabilities/memory';
import { tenantsModule } from '#modules/capabilities/tenants';
import { assistantsModule } from '#modules/products/assistants';
import { startApp } from '#platform/server/app';
import { sql } from '#platform/server/database';
import { percentile, printTable, round } from './figures.ts';
import { createQuestTexts } from './quest-texts.ts';

/**
 * Search of a company's documents through its interface, who may read what included, beside PostgreSQL's own `russian`
 * dictionary with `ts_rank` over all matches of the same passages without any question of rights.
 *
 * Usage: node benchmarks/knowledge.bench.ts [--quick]
 */
const quick = process.argv.includes('--quick');
const passages = quick ? 2_000 : 10_000;
const perDocument = 20;
const rounds = quick ? 40 : 200;
const limit = 10;

interface KnowledgeRoom {
  readonly knowledge: {
    readonly collections: {
      create(
        workspace: Workspace,
        made: {
          readonly name: string;
          readonly description: string;
          readonly reading: { readonly kind: 'private' };
        },
      ): Promise<{ readonly id: string }>;
    };
    readonly documents: {
      upload(
        workspace: Workspace,
        collectionId: string,
        file: { readonly name: string; readonly bytes: Uint8Array },
      ): Promise<{ readonly document: { readonly id: string } }>;
    };
    ingest(
      data: { readonly companyId: string; readonly ownerId: string; readonly documentId: string },
      signal: AbortSignal,
    ): Promise<void>;
    search(
      workspace: Workspace,
      query: { readonly query: string; readonly limit: number },
    ): Promise<{ readonly hits: readonly unknown[] }>;
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

const directory = await mkdtemp(join(tmpdir(), 'quintet-bench-'));
const app = await startApp({
  modules: [identityModule, tenantsModule, llmModule, memoryModule, assistantsModule],
  environment: { DATA_DIR: directory, LOG_LEVEL: 'error', LOG_FORMAT: 'json' },
  version: 'benchmark',
  doors: 'none',
});
try {
  const { knowledge } = app.service(defineRef<KnowledgeRoom>('assistants'));
  const { database } = app;
  const [companyId, userId] = [newId(), newId()];
  const workspace: Workspace = { companyId, userId, name: 'benchmark', isPersonal: false, role: 'owner' };
  const scope = { tenant: companyId, owner: userId };
  const next = createQuestTexts(7);
  const { signal } = new AbortController();
  const made = { name: 'benchmark', description: '', reading: { kind: 'private' } as const };
  const { id: collectionId } = await knowledge.collections.create(workspace, made);
  const loading = await timed(async () => {
    for (let at = 0; at < passages / perDocument; at += 1) {
      const sections = Array.from({ length: perDocument }, () => {
        const { title, text } = next();
        return `## ${title}\n\n${text}\n`;
      });
      const bytes = new TextEncoder().encode(sections.join('\n'));
      const file = { name: `document-${at}.md`, bytes };
      const { document } = await knowledge.documents.upload(workspace, collectionId, file);
      await knowledge.ingest({ companyId, ownerId: userId, documentId: document.id }, signal);
    }
  });
  await database.transaction(
    async (tx) => {
      await tx.run(sql`CREATE SCHEMA reference`);
      await tx.run(sql`
        CREATE TABLE reference.passage AS
        SELECT document_id, no, content, setweight(to_tsvector('russian', array_to_string(heading, ' ')), 'A')
               || to_tsvector('russian', content) AS words FROM assistants.chunk`);
      await tx.run(sql`CREATE INDEX ON reference.passage USING gin (words)`);
    },
    { scope },
  );
  for (const vacuum of [
    sql`VACUUM ANALYZE assistants.chunk`,
    sql`VACUUM ANALYZE assistants.posting`,
    sql`VACUUM ANALYZE assistants.document`,
    sql`VACUUM ANALYZE reference.passage`,
  ])
    await database.run(vacuum);
  const counted = await database.row<{ count: number }>(sql`SELECT count(*) AS count FROM reference.passage`);
  process.stdout.write(
    `${counted?.count ?? 0} passages of ${passages / perDocument} documents: read and indexed in ${round(loading / 1_000, 1)} s.\n`,
  );

  const naive = (text: string): Promise<unknown> =>
    database.rows(sql`
      SELECT document_id, no, content, ts_rank(words, query) AS rank
        FROM reference.passage, to_tsquery('russian', ${text.split(' ').join(' | ')}) AS query
       WHERE words @@ query ORDER BY rank DESC LIMIT ${limit}`);

  const rows: Readonly<Record<string, string | number>>[] = [];
  async function measure(what: string, texts: readonly string[]): Promise<void> {
    const ask = (query: string) => knowledge.search(workspace, { query, limit });
    const [times, naiveTimes]: [number[], number[]] = [[], []];
    for (const text of texts) {
      await ask(text);
      await naive(text);
    }
    let found = 0;
    // In turns: a machine that is busy is busy for both.
    for (let round = 0; round < rounds; round += 1) {
      const text = texts[round % texts.length] ?? '';
      times.push(
        await timed(async () => {
          found = (await ask(text)).hits.length;
        }),
      );
      naiveTimes.push(await timed(() => naive(text)));
    }
    const [p50, p95] = [percentile(times, 0.5), percentile(times, 0.95)];
    const [naiveP50, naiveP95] = [percentile(naiveTimes, 0.5), percentile(naiveTimes, 0.95)];
    rows.push({
      what,
      found,
      'p50 ms': round(p50),
      'p95 ms': round(p95),
      'ts_rank p50 ms': round(naiveP50),
      'ts_rank p95 ms': round(naiveP95),
      'ratio p95': round(p95 / naiveP95, 3),
    });
  }

  await measure('a word of most passages', ['крепость', 'замки', 'башнями', 'музей', 'тайна', 'загадками']);
  await measure('a word of some passages', ['маяк', 'шпионом', 'красный', 'потерянный', 'ключами']);
  await measure('two words', ['тайны крепости', 'старинный маяк', 'призрак замка', 'ночная прогулка']);
  await measure('a question', [
    'где спрятан ключ от старинной крепости с башнями',
    'кто разгадал тайну красного маяка у музея',
    'какие загадки ждут в замке ночью',
  ]);
  printTable(`Search in ${counted?.count ?? 0} passages, beside ts_rank over all matches`, rows);
} finally {
  await app.stop();
  await rm(directory, { recursive: true, force: true });
}
