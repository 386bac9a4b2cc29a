import type { Clock } from '#base/time';
import { hour } from '#base/time';
import type { Moderation } from '../index.ts';
import { countAuthor, findStanding } from '../traces/author.store.ts';
import { keepRating, ratingFigures } from '../traces/rating.store.ts';
import { keepSignature, nearestByOthers } from '../traces/signature.store.ts';
import { ratingBurst } from './rating-burst.rules.ts';
import { signatureOf } from './simhash.rules.ts';
import { textFlags } from './text-flags.rules.ts';
import { isNewAuthor, verdictOf } from './verdict.rules.ts';

const day = 24 * hour;
/** Texts and ratings are remembered this long. */
export const traceDays = 30;
/** Bits in which two texts may differ and still count as one. */
const nearDuplicate = 8;
const ratingWindow = hour;
const newRater = 7 * day;

interface Dependencies {
  readonly clock: Clock;
  readonly trustedHosts: readonly string[];
}

/** The filters with their memory: what others wrote lately, who is new, how a target is usually rated. */
export function createFilters({
  clock,
  trustedHosts,
}: Dependencies): Pick<Moderation, 'inspectText' | 'watchRatings'> {
  return {
    async inspectText(tx, { kind, authorId, subjectId, text }) {
      const now = clock();
      const flags = [...textFlags(text, trustedHosts)];
      const signature = signatureOf(text);
      if (signature !== undefined) {
        const signed = { kind, subjectId, authorId, signature };
        const distance = await nearestByOthers(tx, signed, new Date(now.getTime() - traceDays * day));
        if (distance !== undefined && distance <= nearDuplicate)
          flags.push({ code: 'duplicate', score: 1 - distance / 32 });
        await keepSignature(tx, signed, now);
      }
      const isNew = isNewAuthor(await findStanding(tx, authorId), now);
      await countAuthor(tx, authorId, { texts: 1 }, now);
      return verdictOf(flags, isNew);
    },

    async watchRatings(tx, rating) {
      const now = clock();
      const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds);
      await countAuthor(tx, rating.authorId, {}, now);
      await keepRating(tx, rating, now);
      const figures = await ratingFigures(tx, rating.targetId, {
        before: ago(traceDays * day),
        since: ago(ratingWindow),
        newSince: ago(newRater),
        windows: (traceDays * day) / ratingWindow,
      });
      const burst = ratingBurst(figures);
      return burst === undefined ? { verdict: 'clean', flags: [] } : { verdict: 'flag', flags: [burst] };
    },
  };
}
