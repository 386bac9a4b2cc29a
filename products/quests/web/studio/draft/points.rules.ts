import type { Point } from '../../../contract/index.ts';
import { moved } from './lists.rules.ts';

interface Place {
  readonly lat: number;
  readonly lng: number;
}

/** More do not go into one quest. */
export const mostPoints = 60;

const rounded = ({ lat, lng }: Place): Place => ({
  lat: Math.round(lat * 1e6) / 1e6,
  lng: Math.round(lng * 1e6) / 1e6,
});

/** A point nobody has written yet: being there is enough, and it may be saved as it is. */
export function newPoint(id: string, title: string, place: Place): Point {
  return {
    id,
    title,
    place_settings: { ...rounded(place), radius: 30, hidden: false, strict: false },
    before: [],
    story: [],
    task: { kind: 'gps' },
    after: [],
    score: 10,
    wrong_penalty: 0,
    skip_penalty: 5,
    hints: [],
    here_after_minutes: 5,
  };
}

/** Titles that were only numbers (`Point 3`) follow the order; titles people wrote stay. */
export function renumbered(points: readonly Point[], word: string): Point[] {
  const prefix = `${word} `;
  return points.map((point, index) => {
    const number = point.title.startsWith(prefix) ? point.title.slice(prefix.length) : '';
    return /^\d+$/.test(number) ? { ...point, title: `${prefix}${index + 1}` } : point;
  });
}

/** The points with one of them so many places further down (or up, when negative). */
export function shifted(points: readonly Point[], id: string, by: number, word: string): Point[] {
  const from = points.findIndex((point) => point.id === id);
  return renumbered(moved(points, from, from + by), word);
}

export function withPoint(points: readonly Point[], changed: Point): Point[] {
  return points.map((point) => (point.id === changed.id ? changed : point));
}

export function withoutPoint(points: readonly Point[], id: string, word: string): Point[] {
  return renumbered(
    points.filter((point) => point.id !== id),
    word,
  );
}

export function placedAt(points: readonly Point[], id: string, place: Place): Point[] {
  return points.map((point) =>
    point.id === id ? { ...point, place_settings: { ...point.place_settings, ...rounded(place) } } : point,
  );
}

/** Another point with the same content beside the first, right after it in the route. */
export function copied(points: readonly Point[], id: string, copyId: string, word: string): Point[] {
  const at = points.findIndex((point) => point.id === id);
  const point = points[at];
  if (point === undefined) return [...points];
  const { lat, lng } = point.place_settings;
  const place = rounded({ lat: lat + 0.0004, lng: lng + 0.0006 });
  const copy = { ...point, id: copyId, place_settings: { ...point.place_settings, ...place } };
  return renumbered([...points.slice(0, at + 1), copy, ...points.slice(at + 1)], word);
}
