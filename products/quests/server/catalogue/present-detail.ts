import type { QuestDetail } from '../../contract/index.ts';
import type { CardRow } from './card.read.ts';
import { type CardParts, presentCard } from './present-card.ts';

export function presentDetail(row: CardRow, parts: CardParts): QuestDetail {
  const { description, accessibility, opening_hours, age_from, order_mode } = row.content;
  return {
    ...presentCard(row, parts),
    description,
    accessibility,
    opening_hours,
    age_from,
    order_mode,
    // Versions begin at 1; what was never published has none.
    version: row.version ?? 0,
    updated_at: row.updated_at.toISOString(),
  };
}
