import type { SearchQuery } from '#capabilities/search/server';
import type { QuestFilter } from './filter.read.ts';

/** The part of a filter that search knows as facets. */
export function searchFacets(filter: QuestFilter): NonNullable<SearchQuery['facets']> {
  const { city, category, vehicle, place, activity, tool, language, difficulty, authorId } = filter;
  const wanted = {
    city,
    category,
    vehicle,
    place,
    activity,
    tool,
    language,
    difficulty: difficulty === undefined ? undefined : String(difficulty),
    author: authorId,
  };
  return Object.fromEntries(
    Object.entries(wanted).flatMap(([name, value]) => (value === undefined ? [] : [[name, [value]]])),
  );
}

/** The part of a filter that search knows as ranges. */
export function searchNumbers({ priceMax, durationMax }: QuestFilter): NonNullable<SearchQuery['numbers']> {
  return {
    ...(priceMax === undefined ? {} : { price: { max: priceMax } }),
    ...(durationMax === undefined ? {} : { duration: { max: durationMax } }),
  };
}
