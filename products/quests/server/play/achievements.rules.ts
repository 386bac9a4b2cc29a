/** What a player's finished sessions add up to; test walks left out. */
export interface PlayRecord {
  readonly finished: number;
  readonly withoutHints: number;
  readonly categories: number;
  readonly cities: number;
  readonly inTeams: number;
  readonly score: number;
  readonly weekStreak: number;
  readonly reviews: number;
}

interface Definition {
  readonly code: string;
  readonly name: { readonly ru: string; readonly en: string };
  readonly description: { readonly ru: string; readonly en: string };
  readonly measure: keyof PlayRecord;
  readonly goal: number;
}

export const achievements: readonly Definition[] = [
  {
    code: 'first_steps',
    name: { ru: 'Первые шаги', en: 'First steps' },
    description: { ru: 'Пройти первый квест', en: 'Finish a first quest' },
    measure: 'finished',
    goal: 1,
  },
  {
    code: 'regular',
    name: { ru: 'Свой человек', en: 'A regular' },
    description: { ru: 'Пройти пять квестов', en: 'Finish five quests' },
    measure: 'finished',
    goal: 5,
  },
  {
    code: 'veteran',
    name: { ru: 'Бывалый', en: 'Veteran' },
    description: { ru: 'Пройти двадцать пять квестов', en: 'Finish twenty-five quests' },
    measure: 'finished',
    goal: 25,
  },
  {
    code: 'own_head',
    name: { ru: 'Своим умом', en: 'On one’s own wits' },
    description: { ru: 'Пройти три квеста без подсказок', en: 'Finish three quests without a hint' },
    measure: 'withoutHints',
    goal: 3,
  },
  {
    code: 'all_tastes',
    name: { ru: 'На любой вкус', en: 'All tastes' },
    description: { ru: 'Пройти квесты пяти разных тем', en: 'Finish quests of five categories' },
    measure: 'categories',
    goal: 5,
  },
  {
    code: 'traveller',
    name: { ru: 'Путешественник', en: 'Traveller' },
    description: { ru: 'Пройти квесты в трёх городах', en: 'Finish quests in three cities' },
    measure: 'cities',
    goal: 3,
  },
  {
    code: 'team_spirit',
    name: { ru: 'Командный дух', en: 'Team spirit' },
    description: { ru: 'Пройти три квеста командой', en: 'Finish three quests as a team' },
    measure: 'inTeams',
    goal: 3,
  },
  {
    code: 'thousand',
    name: { ru: 'Тысячник', en: 'A thousand' },
    description: { ru: 'Набрать тысячу очков', en: 'Score a thousand points' },
    measure: 'score',
    goal: 1_000,
  },
  {
    code: 'four_weeks',
    name: { ru: 'Четыре недели подряд', en: 'Four weeks running' },
    description: { ru: 'Проходить квесты четыре недели подряд', en: 'Finish quests four weeks in a row' },
    measure: 'weekStreak',
    goal: 4,
  },
  {
    code: 'critic',
    name: { ru: 'Критик', en: 'Critic' },
    description: { ru: 'Написать пять отзывов', en: 'Write five reviews' },
    measure: 'reviews',
    goal: 5,
  },
];

export function isEarned({ measure, goal }: Definition, record: PlayRecord): boolean {
  return record[measure] >= goal;
}

/** The longest run of consecutive weeks; weeks as whole numbers since some Monday. */
export function longestStreak(weeks: readonly number[]): number {
  let longest = 0;
  let run = 0;
  let previous: number | undefined;
  for (const week of [...new Set(weeks)].sort((one, other) => one - other)) {
    run = previous !== undefined && week === previous + 1 ? run + 1 : 1;
    longest = Math.max(longest, run);
    previous = week;
  }
  return longest;
}
