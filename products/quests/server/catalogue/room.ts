import type { PersonalData } from '#platform/server/privacy';
import { createAuthorData } from '../authoring/author-data.ts';
import { createDraftLists, type DraftLists } from '../authoring/draft-lists.ts';
import { createDrafts, type Drafts } from '../authoring/drafts.ts';
import { createLifecycle, type Lifecycle } from '../authoring/lifecycle.ts';
import { createPublishing, type Publishing } from '../authoring/publishing.ts';
import { createQuestSubject } from '../authoring/quest-subject.ts';
import type { Invalidation } from '../caching/invalidation.ts';
import type { Dictionaries } from '../dictionaries/dictionaries.ts';
import { createTellAuthor, type TellAuthor } from '../notices/author-notices.ts';
import type { Pictures } from '../pictures/pictures.ts';
import type { Catalogue, Players } from '../rooms.ts';
import type { QuestsContext } from '../uses.ts';
import { createCards } from './cards.ts';
import { createCatalogue } from './catalogue.ts';
import { createFinder, type Finder } from './finding.ts';
import { createIndexing } from './indexing.ts';
import { createQuestMap, type QuestMap } from './map.ts';
import { createPages, type Pages } from './pages.ts';
import { createRefreshPopularity, type RefreshPopularity } from './popularity.ts';
import { createQuestCaching } from './quest-caching.ts';
import { createRecommending, type Recommending } from './recommending.ts';
import { createViews, type Views } from './views.ts';

/** Writing, publishing and finding quests. */
export interface CatalogueRoom {
  readonly catalogue: Catalogue;
  readonly drafts: Drafts;
  readonly draftLists: DraftLists;
  readonly lifecycle: Lifecycle;
  readonly publishing: Publishing;
  readonly finder: Finder;
  readonly pages: Pages;
  readonly views: Views;
  readonly questMap: QuestMap;
  readonly recommending: Recommending;
  readonly refreshPopularity: RefreshPopularity;
  readonly tellAuthor: TellAuthor;
  readonly questSubject: ReturnType<typeof createQuestSubject>;
  readonly authorData: PersonalData;
}

export interface CatalogueNeeds {
  readonly invalidation: Invalidation;
  readonly pictures: Pictures;
  readonly players: Players;
  readonly dictionaries: Dictionaries;
}

export function createCatalogueRoom(context: QuestsContext, needs: CatalogueNeeds): CatalogueRoom {
  const caching = createQuestCaching(needs.invalidation);
  const indexing = createIndexing({ ...context, ...needs });
  const cards = createCards({ ...context, ...needs });
  const publishing = createPublishing({ ...context, indexing, caching });
  const parts = { ...context, ...needs, caching, indexing, cards, publishing };
  return {
    catalogue: createCatalogue(parts),
    drafts: createDrafts(parts),
    draftLists: createDraftLists(context.database, cards),
    lifecycle: createLifecycle(parts),
    publishing,
    finder: createFinder(parts),
    pages: createPages(parts),
    views: createViews(context),
    questMap: createQuestMap(parts),
    recommending: createRecommending(parts),
    refreshPopularity: createRefreshPopularity(parts),
    tellAuthor: createTellAuthor(context),
    questSubject: createQuestSubject(publishing),
    authorData: createAuthorData(parts),
  };
}
