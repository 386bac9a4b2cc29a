import type { FunnelDefinition } from '#capabilities/analytics/server';

/** From looking at a quest to writing about it, and what makes a quest popular. */
export const playFunnel: FunnelDefinition = {
  name: 'quests.play',
  label: { ru: 'Прохождение квеста', en: 'Playing a quest' },
  steps: [
    { event: 'quests.viewed', label: { ru: 'Открыли страницу', en: 'Opened the page' } },
    { event: 'quests.started', label: { ru: 'Начали', en: 'Started' } },
    { event: 'quests.point_finished', label: { ru: 'Прошли точку', en: 'Finished a point' } },
    { event: 'quests.finished', label: { ru: 'Дошли до конца', en: 'Finished the quest' } },
    { event: 'quests.reviewed', label: { ru: 'Оставили отзыв', en: 'Wrote a review' } },
  ],
  labels: { 'quests.bought': { ru: 'Купили', en: 'Bought' } },
  detail: 'quests.point_finished',
  popularity: {
    'quests.viewed': 1,
    'quests.started': 5,
    'quests.bought': 8,
    'quests.finished': 10,
    'quests.reviewed': 5,
  },
};
