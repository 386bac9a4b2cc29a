import type { Point, QuestDraft } from '../../contract/index.ts';

/** A point so many steps up the Nevsky Prospect. */
export function walkPoint(number: number, change: Partial<Point> = {}): Point {
  return {
    id: `00000000-0000-7000-8000-00000000000${number}`,
    title: `Place ${number}`,
    place_settings: { lat: 59.93 + number / 1_000, lng: 30.33, radius: 30, hidden: false, strict: false },
    before: [],
    story: [],
    task: { kind: 'gps' },
    after: [],
    score: 10,
    wrong_penalty: 0,
    skip_penalty: 5,
    hints: [],
    here_after_minutes: 5,
    ...change,
  };
}

/** A draft as the server answers it. */
export function questDraft(change: Partial<QuestDraft>): QuestDraft {
  return {
    id: '00000000-0000-7000-8000-0000000000aa',
    state: 'draft',
    author_id: '00000000-0000-7000-8000-00000000aaaa',
    title: 'A walk',
    summary: '',
    description: '',
    city: 'saint-petersburg',
    category: 'history',
    difficulty: 2,
    price: { amount: 0, currency: 'RUB' },
    duration_minutes: 60,
    languages: ['ru'],
    vehicle: 'walk',
    place: null,
    activities: [],
    tools: [],
    cover_file_id: null,
    accessibility: '',
    opening_hours: '',
    age_from: null,
    order_mode: 'linear',
    points: [],
    length_metres: 0,
    revision: 3,
    published_version: null,
    changed: true,
    rejection: null,
    updated_at: '2026-11-01T10:00:00.000Z',
    ...change,
  };
}
