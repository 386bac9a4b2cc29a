import { isId } from '#base/ids';
import type { Analytics } from '#capabilities/analytics/server';
import type { Files } from '#capabilities/files/server';
import type { Identity } from '#capabilities/identity/server';
import type { ModerationSubject } from '#capabilities/moderation/server';
import type { Ledger } from '#capabilities/payments/server';
import type { Recommendations } from '#capabilities/recommendations/server';
import type { Tx } from '#platform/server/database';
import type { Caller } from '#platform/server/http';
import type { PersonalData } from '#platform/server/privacy';
import { createInvalidation, type Invalidation } from './caching/invalidation.ts';
import { createMine, type Mine } from './catalogue/mine.ts';
import { type CatalogueRoom, createCatalogueRoom } from './catalogue/room.ts';
import type { QuestsConfig } from './config.ts';
import { createDictionaries, type Dictionaries } from './dictionaries/dictionaries.ts';
import { createTell, type Tell } from './notices/people-notices.ts';
import { createFriends } from './people/friends.ts';
import { isFavourite } from './people/mark.store.ts';
import { createPeople, type People } from './people/people.ts';
import { erasePeople, exportPeople } from './people/privacy.ts';
import { peopleSubjects } from './people/subjects.ts';
import { createPictures, type Pictures } from './pictures/pictures.ts';
import { isOnPhoto } from './play/photo.store.ts';
import { createPlay, type Play } from './play/play.ts';
import { erasePlay, exportPlay } from './play/privacy.ts';
import { findSession } from './play/session.store.ts';
import { playSubjects } from './play/subjects.ts';
import { createPlayers, type PlayersRoom } from './players/players.ts';
import { combinePersonalData } from './privacy.ts';
import { createOrderPresenter, type OrderPresenter } from './shop/present-order.ts';
import { eraseShop, exportShop } from './shop/privacy.ts';
import { createShop, ownership, type Shop } from './shop/shop.ts';
import type { QuestsContext } from './uses.ts';

/** The rooms of this product, seen from inside. Each room's own service stands here under its name. */
export interface QuestsService extends CatalogueRoom {
  readonly invalidation: Invalidation;
  readonly pictures: Pictures;
  readonly players: PlayersRoom;
  readonly dictionaries: Dictionaries;
  readonly mine: Mine;
  readonly play: Play;
  readonly shop: Shop;
  readonly people: People;
  readonly presentOrders: OrderPresenter;
  readonly tell: Tell;
  readonly settings: QuestsConfig;
  /** Whether a person played the session whose task the photo answered. */
  readonly isOnPhoto: (fileId: string, userId: string) => Promise<boolean>;
  readonly identity: Identity;
  readonly ledger: Ledger;
  readonly publishFile: Files['publish'];
  /** Takes the open case of a quest off the moderators' desk. */
  readonly withdrawCase: (tx: Tx, questId: string) => Promise<void>;
  /** What is counted about people and quests. */
  readonly counting: Pick<Analytics, 'track'> & Pick<Recommendations, 'record'>;
  readonly subjects: readonly ModerationSubject[];
  readonly mayFollowSession: (caller: Caller, sessionId: string) => Promise<boolean>;
  readonly personalData: PersonalData;
  prepare(): Promise<void>;
  close(): Promise<void>;
}

/** Builds the rooms in their order: each gets those before it. */
export function createQuests(context: QuestsContext): QuestsService {
  const invalidation = createInvalidation(context.database, context.cache);
  const pictures = createPictures(context);
  const players = createPlayers({ ...context, pictures });
  const dictionaries = createDictionaries({ ...context, invalidation });
  const room = createCatalogueRoom(context, { invalidation, pictures, players, dictionaries });
  const { catalogue, pages } = room;
  const friends = createFriends(context);
  const play = createPlay(context, { catalogue, players, ownership, friends });
  const { records } = play;
  const shop = createShop(context, { catalogue, records });
  const people = createPeople(context, { players, invalidation, catalogue, records, friends });
  const { database } = context;
  return {
    ...room,
    mine: createMine(database, pages, { ownership, records, isFavourite, reviewOf: people.reviews.reviewOf }),
    play,
    shop,
    people,
    presentOrders: createOrderPresenter(context, shop.orders),
    tell: createTell(context, { catalogue, players }),
    settings: context.config,
    isOnPhoto: (fileId, userId) => isOnPhoto(database, fileId, userId),
    identity: context.identity,
    ledger: context.payments.ledger,
    publishFile: context.files.publish,
    withdrawCase: (tx, questId) => context.moderation.withdraw(tx, 'quests.quest', questId),
    counting: { track: context.analytics.track, record: context.recommendations.record },
    subjects: [
      room.questSubject,
      ...playSubjects(play.help),
      ...peopleSubjects({ ...context, catalogue, reviews: people.reviews }),
    ],
    mayFollowSession: async ({ userId }, sessionId) =>
      isId(sessionId) && ((await findSession(database, sessionId))?.player_ids.includes(userId) ?? false),
    invalidation,
    pictures,
    players,
    dictionaries,
    personalData: combinePersonalData({
      quests: room.authorData,
      play: {
        export: (userId) => exportPlay(database, userId),
        erase: (tx, userId) => erasePlay(tx, play.teams, userId),
      },
      people: { export: (userId) => exportPeople(database, userId), erase: erasePeople },
      shop: { export: (userId) => exportShop(database, userId), erase: eraseShop },
    }),
    prepare: () => invalidation.start(),
    async close() {
      await room.views.settled();
      await invalidation.stop();
    },
  };
}
