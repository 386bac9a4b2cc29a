import type { Position } from '#base/geometry';
import type { RouteRequest } from '#platform/server/http';
import type { ServeDoor } from '#platform/server/modules';
import * as contract from '../../contract/index.ts';
import type { Finding, Found } from '../catalogue/finding.ts';
import type { QuestsService } from '../quests.ts';
import { nearOf } from './near.rules.ts';

type ListQuery = RouteRequest<typeof contract.listQuests>['query'];
type PageRequest = Pick<RouteRequest<typeof contract.getQuest>, 'caller' | 'params' | 'address'>;

function findingOf(query: ListQuery): Finding {
  return {
    filter: {
      city: query.city,
      category: query.category,
      vehicle: query.vehicle,
      place: query.place,
      activity: query.activity,
      tool: query.tool,
      language: query.language,
      difficulty: query.difficulty,
      priceMax: query.price_max,
      durationMax: query.duration_max,
      authorId: query.author_id,
    },
    words: query.q,
    near: nearOf(query),
    within: query.within,
    sort: query.sort,
    limit: query.limit ?? 20,
    cursor: query.cursor,
  };
}

function presentFound({ items, nextCursor, total, facets, correctedTo }: Found) {
  return {
    items: [...items],
    next_cursor: nextCursor,
    total,
    facets: Object.fromEntries(Object.entries(facets).map(([name, counted]) => [name, [...counted]])),
    corrected_to: correctedTo,
  };
}

/** The catalogue, open to everybody. */
export function mountCatalogue({ mount, service }: ServeDoor<QuestsService>): void {
  const { finder, pages, views, questMap, recommending } = service;

  const list = async ({ query }: { readonly query: ListQuery }) =>
    presentFound(await finder.find(findingOf(query)));
  mount(contract.listQuests, list);
  mount(contract.listQuestsV1, list);

  const page = async ({ caller, params, address }: PageRequest) => {
    const quest = await pages.page(caller, params.id);
    if (quest.state === 'published') views.seen({ caller, address }, quest);
    return quest;
  };
  mount(contract.getQuest, page);
  mount(contract.getQuestV1, page);

  mount(contract.suggestQuests, async ({ query }) => ({ items: [...(await finder.suggest(query.q))] }));

  mount(contract.questsOnMap, async ({ query: { south, west, north, east } }) => {
    const southWest: Position = { lat: Math.min(south, north), lng: west };
    const northEast: Position = { lat: Math.max(south, north), lng: east };
    return { items: [...(await questMap({ southWest, northEast }))] };
  });

  mount(contract.recommendedQuests, async ({ caller, query }) => {
    const { limit = 10, city } = query;
    const userId = caller?.userId ?? null;
    return { items: [...(await recommending.forPerson({ userId, limit, near: nearOf(query), city }))] };
  });

  mount(contract.similarQuests, async ({ caller, params }) => {
    await pages.page(caller, params.id);
    return { items: [...(await recommending.similar(params.id, 6))] };
  });

  mount(contract.getMyQuest, ({ caller, params }) => service.mine(caller, params.id));
  mount(contract.getMyQuestV1, ({ caller, params }) => service.mine(caller, params.id));
}
