import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#base/ids';
import { sql } from '#platform/server/database';
import { type TestDatabase, testDatabase } from '#platform/testing';
import { standingsFrom, tierOf } from './documents/tier.rules.ts';
import type { SearchDocument, SearchQuery } from './index.ts';
import { createSearch, type SearchService } from './search.ts';

let test: TestDatabase;
let search: SearchService;
const sent: unknown[] = [];

const quests: readonly SearchDocument[] = [
  {
    id: 'fortress',
    title: 'Тайны Петропавловской крепости',
    keywords: 'история Санкт-Петербург прогулка',
    text: 'Старые бастионы хранят секреты Заячьего острова. Пройдите по стенам и найдите тайник у Невских ворот.',
    popularity: 90,
    facets: { city: ['spb'], difficulty: ['2'] },
    numbers: { price: 50_000 },
  },
  {
    id: 'castle',
    title: 'Призраки Михайловского замка',
    keywords: 'мистика Санкт-Петербург',
    text: 'Замок императора Павла: привидения, ёлки в саду и подземный ход.',
    popularity: 70,
    facets: { city: ['spb'], difficulty: ['3'] },
    numbers: { price: 90_000 },
  },
  {
    id: 'kremlin',
    title: 'Кремлёвские башни',
    keywords: 'история Москва',
    text: 'Крепость в сердце города. Музей, куранты и дом на набережной.',
    popularity: 80,
    facets: { city: ['msk'], difficulty: ['2'] },
    numbers: { price: 0 },
  },
  {
    id: 'music',
    title: 'Музыка улиц',
    keywords: 'Москва джаз',
    text: 'Where jazz lives: small cafés and night walks.',
    popularity: 10,
    facets: { city: ['msk'], difficulty: ['1'] },
  },
  { id: 'game', title: 'Что? Где? Когда?', text: 'Викторина для знатоков.', facets: { city: ['kzn'] } },
];

beforeAll(async () => {
  test = await testDatabase([{ module: 'search', directory: new URL('./db/migrations/', import.meta.url) }]);
  search = createSearch({
    database: test.database,
    jobs: {
      send: (_tx, job) => {
        sent.push(job.name);
        return Promise.resolve('sent');
      },
    },
  });
  await put('quests', quests);
  await put('doctors', [{ id: 'doctor', title: 'Крепость здоровья', popularity: 1_000 }]);
  await search.mergeVocabulary();
});
afterAll(() => test.close());

const put = (collection: string, documents: readonly SearchDocument[]) =>
  test.database.transaction((tx) => search.put(tx, collection, documents));
const query = (text: string, more: Partial<SearchQuery> = {}) =>
  search.query(test.database, { collection: 'quests', text, limit: 10, ...more });
const ids = async (text: string, more: Partial<SearchQuery> = {}) =>
  (await query(text, more)).hits.map(({ id }) => id);

describe('words', () => {
  it.each([
    ['крепость', ['fortress', 'kremlin']],
    ['крепостями', ['fortress', 'kremlin']],
    ['КРЕПОСТИ', ['fortress', 'kremlin']],
    ['елка ', ['castle']],
    ['кремлевская башня', ['kremlin']],
    ['Петербург', ['fortress', 'castle']],
    ['санкт-петербурга', ['fortress', 'castle']],
    ['тайник у стен', ['fortress']],
    ['cafe', ['music']],
    ['walking', ['music']],
    ['что где когда', ['game']],
    ['история -крепость', []],
    ['история -башня', ['fortress']],
    ['"дом на набережной"', ['kremlin']],
    ['«дом набережной»', []],
    ['-"подземный ход" мистика', []],
    ['кре', ['fortress', 'kremlin']],
    ['музе', ['kremlin']],
    ['муз', ['music', 'kremlin']],
    ['?!', []],
  ])('%s', async (text, expected) => {
    const answer = await query(text);
    expect(answer.hits.map(({ id }) => id)).toEqual(expected);
    expect(answer.total).toBe(expected.length);
    expect(answer.correctedTo).toBeNull();
  });

  it('in the title weigh more than keywords, and these more than the text', async () => {
    const collection = newId();
    await put(collection, [
      { id: 'text', title: 'Первый', text: 'маяк', popularity: 9 },
      { id: 'keyword', title: 'Второй', keywords: 'маяк', popularity: 5 },
      { id: 'title', title: 'Маяк', popularity: 1 },
    ]);
    expect(await ids('маяк', { collection })).toEqual(['title', 'keyword', 'text']);
  });

  it('are all wanted first, then fewer from the right', async () => {
    expect(await ids('история башни')).toEqual(['kremlin', 'fortress']);
    expect(await ids('история башни куранты единорог')).toEqual(['kremlin', 'fortress']);
  });
});

describe('corrections', () => {
  it.each([
    ['rhtgjcnm', 'крепость', ['fortress', 'kremlin']],
    ['krepost', 'крепост', ['fortress', 'kremlin']],
    ['крипость', 'крепость', ['fortress', 'kremlin']],
    ['крепсоть', 'крепость', ['fortress', 'kremlin']],
    ['петропавловсокй', 'петропавловской', ['fortress']],
    ['петрапавлавской', 'петропавловской', ['fortress']],
    ['история ,fiyz', 'история башня', []],
    ['jazz цфдлы', 'jazz walks', ['music']],
    ['джас', null, []],
  ])('%s → %s', async (text, meant, expected) => {
    const answer = await query(text);
    if (expected.length > 0) {
      expect(answer.hits.map(({ id }) => id)).toEqual(expected);
      expect(answer.correctedTo).toBe(meant);
    } else if (meant === null) expect(answer).toMatchObject({ hits: [], correctedTo: null, total: 0 });
    else expect(answer.hits.length).toBeGreaterThan(0);
  });

  it('complete the last word by frequency, and leave the others', async () => {
    expect(await search.suggest(test.database, 'quests', 'ночная моск', 5)).toEqual(['ночная москва']);
    expect(await search.suggest(test.database, 'quests', 'муз', 5)).toEqual(['музей', 'музыка']);
    for (const text of ['', 'муз ', '?', 'ъъъ']) {
      expect(await search.suggest(test.database, 'quests', text, 5)).toEqual([]);
    }
    const refusal = { kind: 'invalid', code: 'search.query_invalid' };
    await expect(search.suggest(test.database, 'quests', 'муз', 51)).rejects.toMatchObject(refusal);
  });
});

describe('filters', () => {
  it('take any value of a facet and all facets together, and count what is left', async () => {
    const answer = await query('', {
      facets: { city: ['spb', 'msk'], difficulty: ['2'] },
      count: ['city', 'none'],
    });
    expect(answer.hits.map(({ id }) => id)).toEqual(['fortress', 'kremlin']);
    expect(answer.facets).toEqual({
      city: [
        { value: 'msk', count: 1 },
        { value: 'spb', count: 1 },
      ],
      none: [],
    });
  });

  it('take ranges of numbers and sets of ids', async () => {
    expect(await ids('', { numbers: { price: { min: 1 } } })).toEqual(['fortress', 'castle']);
    expect(await ids('крепость', { numbers: { price: { max: 0 } } })).toEqual(['kremlin']);
    expect(await ids('крепость', { ids: ['kremlin', 'castle', 'doctor'] })).toEqual(['kremlin']);
    expect(await ids('', { ids: [] })).toEqual([]);
  });

  it('list by popularity without a text, page by page', async () => {
    const all = await query('');
    expect(all.hits.map(({ id }) => id)).toEqual(['fortress', 'kremlin', 'castle', 'music', 'game']);
    const page = await query('', { limit: 2, offset: 2 });
    expect(page).toMatchObject({ total: 5, hits: [{ id: 'castle' }, { id: 'music' }] });
    expect(await ids('-москва')).toEqual(['fortress', 'castle', 'game']);
  });

  it('refuse pages out of reason', async () => {
    const refusal = { kind: 'invalid', code: 'search.query_invalid' };
    for (const more of [{ limit: 201 }, { limit: -1 }, { limit: 1, offset: 0.5 }]) {
      await expect(query('крепость', more)).rejects.toMatchObject(refusal);
    }
  });
});

describe('highlights', () => {
  it('are places in plain text', async () => {
    const { hits } = await query('крепости секрет');
    const [hit] = hits;
    const words = (
      shown: { text: string; marks: readonly (readonly [number, number])[] } | null | undefined,
    ) => shown?.marks.map(([from, to]) => shown.text.slice(from, to));
    expect(words(hit?.title)).toEqual(['крепости']);
    expect(words(hit?.excerpt)).toEqual(['секреты']);
    expect((await query('викторина')).hits[0]?.title.marks).toEqual([]);
  });
});

describe('writing', () => {
  it('replaces, removes, and keeps counts true', async () => {
    const collection = newId();
    const counts = async () => {
      await search.mergeVocabulary();
      const rows = await test.database.rows<{ lexeme: string; documents: number }>(sql`
        SELECT lexeme, documents FROM search.lexeme WHERE collection = ${collection} ORDER BY lexeme`);
      return Object.fromEntries(rows.map(({ lexeme, documents }) => [lexeme, documents]));
    };
    sent.length = 0;
    await put(collection, [
      { id: 'a', title: 'Старый маяк' },
      { id: 'b', title: 'Маяк' },
      { id: 'a', title: 'Новый маяк' },
    ]);
    expect(sent).toEqual(['search.merge_vocabulary']);
    expect(await counts()).toMatchObject({ '=маяк': 2, '=новый': 1, [`~000 ${collection}`]: 2 });
    await put(collection, [{ id: 'a', title: 'Порт', popularity: 1 }]);
    expect(await counts()).toMatchObject({
      '=маяк': 1,
      '=порт': 1,
      [`~000 ${collection}`]: 1,
      [`~160 ${collection}`]: 1,
    });
    expect(await ids('маяк', { collection })).toEqual(['b']);
    await test.database.transaction((tx) => search.remove(tx, collection, ['a', 'b', 'c']));
    expect(await counts()).toEqual({});
    expect(await ids('', { collection })).toEqual([]);
    await put(collection, []);
  });

  it('is seen in its own transaction and gone with it', async () => {
    const collection = newId();
    const rollback = new Error('Rolled back.');
    const writing = test.database.transaction(async (tx) => {
      await search.put(tx, collection, [{ id: 'a', title: 'Маяк' }]);
      const found = await search.query(tx, { collection, text: 'маяк', limit: 1 });
      expect(found.hits).toHaveLength(1);
      throw rollback;
    });
    await expect(writing).rejects.toBe(rollback);
    expect(await ids('маяк', { collection })).toEqual([]);
  });

  it.each<Partial<SearchDocument>>([
    { id: '' },
    { id: 'x'.repeat(201) },
    { title: 'x'.repeat(200_001) },
    { popularity: Number.NaN },
    { numbers: { price: Number.POSITIVE_INFINITY } },
    { facets: { city: Array.from({ length: 201 }, (_, index) => `city ${index}`) } },
  ])('refuses %o', async (broken) => {
    const refusal = { kind: 'invalid', code: 'search.document_invalid' };
    await expect(put('refused', [{ id: 'a', title: 'b', ...broken }])).rejects.toMatchObject(refusal);
  });
});

it('stands where its tier is, whatever its popularity', async () => {
  const popularities = [-1, 0, 1e-300, 0.3, 1, 1.2, 2, 9, 1_000, 1e9, 1e300];
  const rows = await test.database.rows<{ standing: readonly string[] }>(sql`
    SELECT tsvector_to_array(search.standing('c', popularity)) AS standing
      FROM unnest(${popularities}::float8[]) WITH ORDINALITY AS each (popularity, place) ORDER BY place`);
  popularities.forEach((popularity, index) => {
    const standing = rows[index]?.standing ?? [];
    const found = (tier: number) => standingsFrom('c', [tier]).some((lexeme) => standing.includes(lexeme));
    expect(found(tierOf(popularity))).toBe(true);
    expect(found(tierOf(popularity) + 1)).toBe(false);
    expect(found(0)).toBe(true);
  });
});

describe('the cap', () => {
  it('is the total of what matches more, and the most popular are the candidates', async () => {
    const collection = newId();
    const many = Array.from({ length: 9_000 }, (_, index) => ({
      id: `d${index}`,
      title: index % 3 === 0 ? 'Крепость' : 'Замок',
      text: index % 3 === 0 ? 'Маяк и старый порт' : 'Старый маяк',
      popularity: index,
      facets: { third: [String(index % 3)] },
    }));
    await put(collection, many);
    const before = await query('замок', { collection, count: ['third'] });
    await search.mergeVocabulary();
    const after = await query('замок', { collection, count: ['third'] });
    expect(after).toEqual(before);
    expect(after.total).toBe(2_000);
    expect(after.hits.map(({ id }) => id).slice(0, 3)).toEqual(['d8999', 'd8998', 'd8996']);
    expect(after.facets['third']).toEqual([
      { value: '1', count: 1_000 },
      { value: '2', count: 1_000 },
    ]);
    // Counted words have the phrase sampled first, and asked for by its pair alone.
    const phrase = await query('"старый маяк"', { collection, count: ['third'] });
    expect(phrase).toMatchObject({ total: 2_000, facets: after.facets });
    expect(phrase.hits.map(({ id }) => id)).toEqual(after.hits.map(({ id }) => id));
    const narrow = await query('замок', {
      collection,
      facets: { third: ['1'] },
      numbers: {},
      offset: 1_999,
      limit: 5,
    });
    expect(narrow).toMatchObject({ total: 2_000, hits: [{}] });
  });
});

it('takes any text for a document and for a query, and marks only what is there', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: fc.constantFrom(...'абв\'"\\:*&|!<>()-«»“” \0%_@#~=ёй1🙂e\u0301'), maxLength: 40 }),
  );
  await fc.assert(
    fc.asyncProperty(text, text, text, async (title, body, asked) => {
      const collection = newId();
      await put(collection, [{ id: 'a', title, text: body, keywords: body, facets: { [title]: [body] } }]);
      const answer = await query(asked, { collection, facets: { [asked]: [asked] }, count: [title] });
      expect(answer.total).toBeLessThanOrEqual(1);
      const open = await query(asked, { collection, count: [title] });
      for (const hit of open.hits) {
        for (const shown of [hit.title, hit.excerpt]) {
          for (const [from, to] of shown?.marks ?? []) {
            expect(from).toBeLessThan(to);
            expect(to).toBeLessThanOrEqual(shown?.text.length ?? 0);
          }
        }
      }
      await search.suggest(test.database, collection, asked, 5);
      const own = await query('', {
        collection,
        facets: { [title.replaceAll('\0', '').toWellFormed()]: [body] },
      });
      expect(own.total).toBeLessThanOrEqual(1);
    }),
    { numRuns: 120 },
  );
}, 90_000);
