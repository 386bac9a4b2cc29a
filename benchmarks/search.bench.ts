import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ref } from '#base/ref';
import { type Search, type SearchQuery, searchRef } from '#capabilities/search/server';
import { searchModule } from '#modules/capabilities/search';
import { startApp } from '#platform/server/app';
import { sql } from '#platform/server/database';
import { percentile, printTable, round } from './figures.ts';
import { createQuestTexts } from './quest-texts.ts';

/**
 * Russian full text through the interface of the module, beside PostgreSQL's own `russian` dictionary with `ts_rank` over
 * all matches of the same texts.
 *
 * Usage: node benchmarks/search.bench.ts [--quick] [--data folder]
 *
 * With a folder the documents stay there, and a second run measures without loading. `cpu ms` is what the database and
 * this process worked for one query: it says the same on a busy machine.
 */
const quick = process.argv.includes('--quick');
const count = quick ? 20_000 : 200_000;
const rounds = quick ? 40 : 60;
const batch = 1_000;
const collection = 'benchmark';
const limit = 20;

const mergingRef: Ref<Search & { mergeVocabulary(): Promise<void> }> = { id: searchRef.id };

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

const kept = process.argv.includes('--data') ? process.argv.at(-1) : undefined;
/** Seconds of processor that a process has used, by Linux's count of hundredths; 0 elsewhere. */
async function cpuSeconds(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100;
}

const directory = kept ?? (await mkdtemp(join(tmpdir(), 'quintet-bench-')));
const app = await startApp({
  modules: [searchModule],
  environment: { DATA_DIR: directory, LOG_LEVEL: 'error', LOG_FORMAT: 'json' },
  version: 'benchmark',
  doors: 'none',
});
try {
  const search = app.service(mergingRef);
  const { database } = app;
  async function load(): Promise<void> {
    const next = createQuestTexts(5);
    await database.run(sql`CREATE SCHEMA reference`);
    await database.run(
      sql`CREATE TABLE reference.text (id text, title text, body text, city text, words tsvector)`,
    );

    let [loading, referenceLoading] = [0, 0];
    for (let at = 0; at < count; at += batch) {
      const texts = Array.from({ length: batch }, (_, index) => ({ id: `quest-${at + index}`, ...next() }));
      loading += await timed(() =>
        database.transaction((tx) =>
          search.put(
            tx,
            collection,
            texts.map(({ id, title, keywords, text, popularity, city, difficulty, theme, price }) => ({
              id,
              title,
              keywords,
              text,
              popularity,
              facets: { city: [city], difficulty: [difficulty], theme: [theme] },
              numbers: { price },
            })),
          ),
        ),
      );
      referenceLoading += await timed(() =>
        database.run(sql`
          INSERT INTO reference.text
          SELECT id, title, body, city,
                 setweight(to_tsvector('russian', title), 'A') || setweight(to_tsvector('russian', body), 'C')
            FROM unnest(${texts.map(({ id }) => id)}::text[], ${texts.map(({ title }) => title)}::text[],
                        ${texts.map(({ keywords, text }) => `${keywords} ${text}`)}::text[],
                        ${texts.map(({ city }) => city)}::text[]) AS t (id, title, body, city)`),
      );
    }
    const merging = await timed(() => search.mergeVocabulary());
    referenceLoading += await timed(async () => {
      await database.run(sql`CREATE INDEX ON reference.text USING gin (words)`);
    });
    for (const vacuum of [
      sql`VACUUM ANALYZE search.document`,
      sql`VACUUM ANALYZE search.content`,
      sql`VACUUM ANALYZE search.lexeme`,
      sql`VACUUM ANALYZE reference.text`,
    ])
      await database.run(vacuum);
    process.stdout.write(
      `${count} documents: put in ${round(loading / 1_000, 1)} s, words merged in ${round(merging / 1_000, 1)} s; ` +
        `plain PostgreSQL ${round(referenceLoading / 1_000, 1)} s.\n`,
    );
  }

  const loaded = await database.row<{ there: boolean }>(
    sql`SELECT to_regclass('reference.text_words_idx') IS NOT NULL AS there`,
  );
  if (loaded?.there !== true) await load();

  const rows: Readonly<Record<string, string | number>>[] = [];
  const naive = (text: string, where = sql``): Promise<unknown> =>
    database.rows(sql`
      SELECT id, title, ts_rank(words, query) AS rank
        FROM reference.text, websearch_to_tsquery('russian', ${text}) AS query
       WHERE words @@ query ${where} ORDER BY rank DESC LIMIT ${limit}`);

  /** Seconds of processor used so far, by this process and by each connection that serves it. */
  async function cpu(): Promise<ReadonlyMap<number, number>> {
    const backends = await database.rows<{ pid: number }>(sql`
      SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend'`);
    const pids = [process.pid, ...backends.map(({ pid }) => pid)];
    return new Map(await Promise.all(pids.map(async (pid) => [pid, await cpuSeconds(pid)] as const)));
  }
  /** What was used since: connections may have come (and count from their start) and gone (and count no more). */
  async function cpuSince(before: ReadonlyMap<number, number>): Promise<number> {
    return [...(await cpu())].reduce((sum, [pid, now]) => sum + Math.max(0, now - (before.get(pid) ?? 0)), 0);
  }

  /** Each text `rounds` times in turn. */
  async function measure(
    what: string,
    texts: readonly string[],
    more: Partial<SearchQuery>,
    reference?: (text: string) => Promise<unknown>,
  ): Promise<void> {
    const ask = (text: string): ReturnType<Search['query']> =>
      search.query(database, { collection, text, limit, ...more });
    const first = await ask(texts[0] ?? '');
    for (const text of texts) await ask(text);
    const cpuBefore = await cpu();
    const [times, naiveTimes]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      const text = texts[round % texts.length] ?? '';
      times.push(await timed(() => ask(text)));
    }
    const worked = (await cpuSince(cpuBefore)) * 1_000;
    for (let round = 0; reference !== undefined && round < Math.min(rounds, 2 * texts.length); round += 1) {
      const text = texts[round % texts.length] ?? '';
      naiveTimes.push(await timed(() => reference(text)));
    }
    const [p50, p95] = [percentile(times, 0.5), percentile(times, 0.95)];
    rows.push({
      what,
      found: first.total,
      'p50 ms': round(p50),
      'p95 ms': round(p95),
      'cpu ms': round(worked / rounds, 1),
      'naive p50 ms': naiveTimes.length === 0 ? '' : round(percentile(naiveTimes, 0.5)),
      ratio: naiveTimes.length === 0 ? '' : round(p50 / percentile(naiveTimes, 0.5), 3),
      corrected: first.correctedTo ?? '',
    });
  }

  const common = ['крепость', 'замки', 'башнями', 'музей', 'тайна', 'загадками'];
  await measure('a word of most documents', common, {}, naive);
  const middling = ['маяк', 'шпионом', 'красный', 'разгадайте', 'потерянный', 'ключами'];
  await measure('a word of some documents', middling, {}, naive);
  const rare = await database.rows<{ word: string }>(sql`
    SELECT substr(lexeme, 2) AS word FROM search.lexeme
     WHERE starts_with(lexeme, '=') AND documents BETWEEN 5 AND 50 ORDER BY md5(lexeme) LIMIT 10`);
  await measure(
    'a rare word',
    rare.map(({ word }) => word),
    {},
    naive,
  );
  await measure(
    'two words',
    ['тайны крепости', 'старинный маяк', 'призрак замка', 'ночная прогулка'],
    {},
    naive,
  );
  await measure('three words, one phrase', ['"тайна замка" крепость', '"музей дворца" башня'], {}, naive);
  await measure('a prefix', ['креп', 'замо', 'маяк', 'стари', 'пет', 'к'], {});
  await measure('a mistyped word', ['крипость', 'призарк', 'набережнная', 'разгдайте', 'памятнк'], {});
  await measure('the other layout', ['rhtgjcnm', 'pfvrb', 'yf,tht;yfz', 'nfqys pfvrjd'], {});
  await measure('in Latin letters', ['krepost', 'zamki', 'mayak', 'tayna'], {});
  const counted = { count: ['city', 'difficulty', 'theme'] };
  await measure('a common word, facets counted', common, counted, naive);
  const inKazan = { ...counted, facets: { city: ['kzn'] }, numbers: { price: { max: 100_000 } } };
  await measure('the same in one city, cheap', common, inKazan, (text) => naive(text, sql`AND city = 'kzn'`));
  await measure('no words, facets counted', [''], counted);
  await measure('excluding a word', ['крепость -замок', 'музей -башня'], {}, naive);

  const typing: number[] = [];
  for (const text of ['к', 'кр', 'кре', 'стар', 'мая', 'раз']) {
    for (let round = 0; round < 10; round += 1) {
      typing.push(await timed(() => search.suggest(database, collection, text, 8)));
    }
  }
  rows.push({
    what: 'suggest',
    found: '',
    'p50 ms': round(percentile(typing, 0.5)),
    'p95 ms': round(percentile(typing, 0.95)),
    'cpu ms': '',
    'naive p50 ms': '',
    ratio: '',
    corrected: '',
  });
  printTable(`Search in ${count} documents, beside ts_rank over all matches`, rows);
  const all = rows.map((row) => Number(row['p95 ms']));
  process.stdout.write(`\nThe slowest p95 is ${Math.max(...all)} ms.\n`);
} finally {
  await app.stop();
  if (kept === undefined) await rm(directory, { recursive: true, force: true });
}
