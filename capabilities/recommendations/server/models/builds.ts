import { newId } from '#base/ids';
import type { Clock } from '#base/time';
import type { Database, Tx } from '#platform/server/database';
import type { RecommendationsConfig } from '../config.ts';
import { computeEase } from './compute-ease.ts';
import type { TopWeights } from './ease.rules.ts';
import {
  collections,
  countLikes,
  failModel,
  insertItemKnn,
  insertModelRows,
  type Like,
  listModels,
  type ModelKind,
  type ModelRecord,
  type ModelRow,
  makeCurrent,
  readLikes,
  startModel,
} from './model.store.ts';
import { matrixOf } from './rating-matrix.ts';

/** Weights of EASE kept for each item. */
const easeTop = 200;
const rowsAtOnce = 500;

/** Builds the models that answer. */
export interface Builds {
  collections(): Promise<readonly string[]>;
  models(): Promise<readonly ModelRecord[]>;
  /** Builds both models of a collection; the old ones answer until the new ones do. Throws when one fails. */
  rebuild(collection: string, signal?: AbortSignal): Promise<void>;
}

/** What EASE takes: rows of people over items in alphabetical order. */
function tableOf(likes: readonly Like[]) {
  const items = [...new Set(likes.map(({ item_id: item }) => item))].sort();
  const places = new Map(items.map((item, place) => [item, place]));
  const people = Map.groupBy(likes, ({ user_id: user }) => user);
  const rows = [...people.values()].map((own) =>
    own.map(({ item_id: item, weight }) => [places.get(item) ?? 0, weight] as const),
  );
  return { items, matrix: matrixOf(rows, items.length) };
}

function rowsOf(items: readonly string[], { top, columns, weights }: TopWeights): readonly ModelRow[] {
  return items.flatMap((item_id, row) => {
    const own = weights.subarray(row * top, row * top + top);
    const kept = own.indexOf(0);
    const end = kept < 0 ? top : kept;
    if (end === 0) return [];
    const others = [...columns.subarray(row * top, row * top + end)];
    return { item_id, other_ids: others.map((at) => items[at] ?? ''), weights: [...own.subarray(0, end)] };
  });
}

export function createBuilds(options: {
  readonly database: Database;
  readonly clock: Clock;
  readonly config: RecommendationsConfig;
}): Builds {
  const { database, clock, config } = options;

  type Fill = (tx: Tx, id: string) => Promise<{ readonly items: number; readonly interactions: number }>;

  async function build(collection: string, kind: ModelKind, prepare: () => Promise<Fill>): Promise<void> {
    const id = newId();
    await database.transaction((tx) => startModel(tx, { id, collection, kind, now: clock() }));
    try {
      const fill = await prepare();
      await database.transaction(async (tx) => {
        const figures = await fill(tx, id);
        await makeCurrent(tx, { id, collection, kind }, { ...figures, now: clock() });
      });
    } catch (error) {
      await database.transaction((tx) => failModel(tx, id, clock()));
      throw error;
    }
  }

  const itemKnn = async (collection: string): Promise<Fill> => {
    const interactions = await countLikes(database, collection);
    return async (tx, id) => ({
      items: await insertItemKnn(tx, id, collection, config.RECOMMENDATIONS_SHRINKAGE),
      interactions,
    });
  };

  async function ease(collection: string, signal: AbortSignal | undefined): Promise<Fill> {
    const likes = await readLikes(database, collection, config.RECOMMENDATIONS_EASE_MAX_ITEMS);
    const { items, matrix } = tableOf(likes);
    const found = await computeEase(matrix, {
      lambda: config.RECOMMENDATIONS_EASE_LAMBDA,
      top: easeTop,
      ...(signal === undefined ? {} : { signal }),
    });
    const rows = rowsOf(items, found);
    return async (tx, id) => {
      for (let from = 0; from < rows.length; from += rowsAtOnce)
        await insertModelRows(tx, id, rows.slice(from, from + rowsAtOnce));
      return { items: items.length, interactions: likes.length };
    };
  }

  return {
    collections: () => collections(database),
    models: () => listModels(database),
    async rebuild(collection, signal) {
      await build(collection, 'item_knn', () => itemKnn(collection));
      if (config.RECOMMENDATIONS_EASE_MAX_ITEMS > 0)
        await build(collection, 'ease', () => ease(collection, signal));
    },
  };
}
