import type { Position } from '#base/geometry';
import type { Recommendation } from '#capabilities/recommendations/server';
import type { QuestCard, RecommendedQuest } from '../../contract/index.ts';
import type { QuestsContext } from '../uses.ts';
import type { Cards } from './cards.ts';
import { questCollection } from './indexing.ts';

/** What somebody may like. */
export interface Recommending {
  forPerson(query: {
    readonly userId: string | null;
    readonly limit: number;
    readonly near?: Position | undefined;
    readonly city?: string | undefined;
  }): Promise<readonly RecommendedQuest[]>;
  /** Quests that go with one. */
  similar(questId: string, limit: number): Promise<readonly RecommendedQuest[]>;
}

type Reason = RecommendedQuest['because'][number];

function reasonOf(
  reason: Recommendation['because'][number],
  cards: ReadonlyMap<string, QuestCard>,
): Reason | undefined {
  switch (reason.kind) {
    case 'similar_to': {
      const card = cards.get(reason.itemId);
      if (card?.state !== 'published') return undefined;
      return { kind: reason.kind, quest: { id: card.id, title: card.title } };
    }
    case 'near':
      return { kind: reason.kind, metres: reason.metres };
    case 'popular_in_city':
    case 'category':
    case 'highly_rated':
    case 'new':
      return { kind: reason.kind };
    default:
      return reason satisfies never;
  }
}

export function createRecommending({
  database,
  recommendations,
  cards,
}: Pick<QuestsContext, 'database' | 'recommendations'> & { readonly cards: Cards }): Recommending {
  async function present(found: readonly Recommendation[]): Promise<readonly RecommendedQuest[]> {
    const causes = found.flatMap(({ because }) =>
      because.flatMap((reason) => (reason.kind === 'similar_to' ? [reason.itemId] : [])),
    );
    const known = await cards.byId(database, [...found.map(({ itemId }) => itemId), ...causes]);
    return found.flatMap(({ itemId, because }) => {
      const quest = known.get(itemId);
      if (quest?.state !== 'published') return [];
      return [{ quest, because: because.flatMap((reason) => reasonOf(reason, known) ?? []) }];
    });
  }

  return {
    async forPerson({ userId, limit, near, city }) {
      const query = { collection: questCollection, userId, limit };
      const around = { ...(near === undefined ? {} : { near }), ...(city === undefined ? {} : { city }) };
      return present(await recommendations.recommend(database, { ...query, ...around }));
    },
    similar: async (questId, limit) =>
      present(await recommendations.similar(database, questCollection, questId, limit)),
  };
}
