import type { QuestContent } from '../catalogue/content.ts';

/** What a content may be changed by: the fields of a request that are there. */
export type ContentChange = { readonly [Field in keyof QuestContent]?: QuestContent[Field] | undefined };

/** A quest nobody has described yet. */
export function blankContent(
  begun: Pick<QuestContent, 'title' | 'city' | 'category'>,
  vehicle: string,
): QuestContent {
  return {
    ...begun,
    summary: '',
    description: '',
    difficulty: 2,
    price: { amount: 0, currency: 'RUB' },
    duration_minutes: 60,
    languages: ['ru'],
    vehicle,
    place: null,
    activities: [],
    tools: [],
    cover_file_id: null,
    accessibility: '',
    opening_hours: '',
    age_from: null,
    order_mode: 'linear',
  };
}

const unique = (values: readonly string[]) => [...new Set(values)];

/** The content with the fields that are given; what stands twice in a list stands once. */
export function changedContent(content: QuestContent, change: ContentChange): QuestContent {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const merged: QuestContent = { ...content, ...given };
  return {
    ...merged,
    languages: unique(merged.languages),
    activities: unique(merged.activities),
    tools: unique(merged.tools),
  };
}
