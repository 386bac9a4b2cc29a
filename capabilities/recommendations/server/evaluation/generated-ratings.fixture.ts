import type { Rating } from './parse-ratings.rules.ts';
import { randomFrom } from './split.rules.ts';

/** Ratings of people whose tastes are a few hidden factors, over items of uneven fame: what real ones look like. */
export function generateRatings(users: number, items: number, each: number, seed: number): readonly Rating[] {
  const random = randomFrom(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const factors = 8;
  const vectors = (count: number) =>
    Array.from({ length: count }, () => Array.from({ length: factors }, normal));
  const [people, things] = [vectors(users), vectors(items)];
  const fame = Array.from({ length: items }, (_, item) => 1.2 * Math.log(items / (item + 1)));
  return people.flatMap((person, user) => {
    const liked = things
      .map((thing, item) => ({
        item,
        // Gumbel noise: the best `each` are a draw without replacement by these odds.
        score:
          1.1 * person.reduce((sum, value, at) => sum + value * (thing[at] ?? 0), 0) +
          (fame[item] ?? 0) -
          Math.log(-Math.log(random())),
      }))
      .sort((left, right) => right.score - left.score)
      .slice(0, Math.round(each * (0.5 + random())));
    return liked.map(({ item }) => ({ user: `u${user}`, item: `i${item}` }));
  });
}
