import type { Clock } from '#base/time';
import type { Recommendations } from '../index.ts';
import { type BlendInput, blend, diverse } from './blend.rules.ts';
import { readAnchor, readCandidates, readHistory, readSurroundings, readTaste } from './candidate.read.ts';

/** Answers from the current models and from what is known at this moment. */
export function createRecommend(clock: Clock): Pick<Recommendations, 'recommend' | 'similar'> {
  return {
    async recommend(reader, { collection, userId, limit, near, city, exclude = [] }) {
      const history = userId === null ? [] : await readHistory(reader, collection, userId);
      const without = [...exclude, ...history.map(({ itemId }) => itemId)];
      const taste =
        history.length === 0
          ? []
          : await readTaste(reader, collection, history, { kinds: ['ease', 'item_knn'], without });
      const place = { near: near ?? null, city: city ?? null };
      const named = taste.map(({ itemId }) => itemId);
      const input: BlendInput = {
        candidates: await readCandidates(reader, { collection, named, without, ...place }),
        surroundings: await readSurroundings(reader, collection),
        taste,
        history,
        now: clock(),
        ...place,
      };
      return diverse(blend(input), limit);
    },

    async similar(reader, collection, itemId, limit) {
      const anchor = await readAnchor(reader, collection, itemId);
      const without = [itemId];
      const liked = [{ itemId, weight: 1, category: anchor?.category ?? null }];
      const taste = await readTaste(reader, collection, liked, { kinds: ['item_knn', 'ease'], without });
      const place = { near: anchor?.position ?? null, city: anchor?.city ?? null };
      const named = taste.map(({ itemId: other }) => other);
      const ranked = blend({
        candidates: await readCandidates(reader, { collection, named, without, ...place }),
        surroundings: await readSurroundings(reader, collection),
        taste,
        history: liked,
        now: clock(),
        ...place,
      });
      return ranked.slice(0, limit).map(({ category: _category, ...one }) => one);
    },
  };
}
