import type { QuestCard } from '../../contract/index.ts';
import type { DictionarySnapshot } from '../dictionaries/dictionary.ts';
import type { Picture } from '../pictures/pictures.ts';
import type { PlayerBrief } from '../players/players.ts';
import type { CardRow } from './card.read.ts';

/** What rows need to become cards, fetched for many of them at once. */
export interface CardParts {
  readonly words: DictionarySnapshot;
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly authors: ReadonlyMap<string, PlayerBrief>;
}

/** Half a star is shown, a hundredth is noise. */
const rounded = (average: number) => Math.round(average * 10) / 10;

export function presentCard(row: CardRow, { words, pictures, authors }: CardParts): QuestCard {
  const { content, start_lat: lat, start_lng: lng } = row;
  return {
    id: row.id,
    title: content.title,
    summary: content.summary,
    city: words.word('city', content.city),
    category: words.word('category', content.category),
    difficulty: content.difficulty,
    price: content.price,
    duration_minutes: content.duration_minutes,
    length_metres: row.length_metres,
    languages: content.languages,
    vehicle: words.word('vehicle', content.vehicle),
    place: content.place === null ? null : words.word('place', content.place),
    activities: content.activities.map((code) => words.word('activity', code)),
    tools: content.tools.map((code) => words.word('tool', code)),
    cover: pictures.get(content.cover_file_id ?? '') ?? null,
    start: lat === null || lng === null ? null : { lat, lng },
    point_count: row.point_count,
    rating: {
      average: row.ratings === 0 ? null : rounded(row.stars / row.ratings),
      count: row.ratings,
    },
    finished_count: row.finished,
    state: row.state,
    // The account of an author may be gone while players still own the quest.
    author: authors.get(row.author_id) ?? { id: row.author_id, name: '', avatar: null },
    published_at: row.published_at?.toISOString() ?? null,
  };
}
