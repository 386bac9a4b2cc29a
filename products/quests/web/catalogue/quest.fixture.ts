import type { FoundQuest, MyQuest, QuestDetail } from '../../contract/index.ts';

const word = (number: number, code: string, en: string) => ({
  id: `00000000-0000-7000-8000-0000000010${String(number).padStart(2, '0')}`,
  code,
  name: { ru: en, en },
});

const author = { id: '00000000-0000-7000-8000-0000000000a1', name: 'Olga', avatar: null };

export const questId = '00000000-0000-7000-8000-000000000001';

/** A published quest for 490 ₽. */
export const quest: QuestDetail = {
  id: questId,
  title: 'Lions and griffins',
  summary: 'Winged beasts on the canal.',
  description: 'A walk along the canal.',
  city: word(1, 'spb', 'St Petersburg'),
  category: word(2, 'history', 'History'),
  difficulty: 2,
  price: { amount: 49_000, currency: 'RUB' },
  duration_minutes: 90,
  length_metres: 2_400,
  languages: ['ru'],
  vehicle: word(3, 'walk', 'On foot'),
  place: null,
  activities: [],
  tools: [],
  cover: null,
  start: { lat: 59.93, lng: 30.32 },
  point_count: 6,
  rating: { average: 4.5, count: 12 },
  finished_count: 20,
  state: 'published',
  author,
  published_at: '2026-11-01T10:00:00.000Z',
  accessibility: '',
  opening_hours: '',
  age_from: null,
  order_mode: 'linear',
  version: 1,
  updated_at: '2026-11-01T10:00:00.000Z',
};

/** The caller has nothing to do with it yet. */
export const stranger: MyQuest = {
  quest,
  is_author: false,
  favourite: false,
  playable: false,
  order_id: null,
  active_session_id: null,
  finished_session_id: null,
  review_id: null,
};

export const found: FoundQuest = { ...quest, distance: null, highlight: null };
