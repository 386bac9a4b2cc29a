import type { Static } from 'typebox';
import { type Box, boxesBetween } from '#base/geometry';
import type { questsOnMap } from '../../contract/index.ts';
import type { QuestsContext } from '../uses.ts';
import type { Cards } from './cards.ts';
import { startCollection } from './indexing.ts';

type OnMap = Static<typeof questsOnMap.reply>['items'][number];

/** Where published quests of a map view begin. */
export type QuestMap = (view: Box) => Promise<readonly OnMap[]>;

/** Pins on a map at most. */
const most = 500;

export function createQuestMap({
  database,
  geo,
  cards,
}: Pick<QuestsContext, 'database' | 'geo'> & { readonly cards: Cards }): QuestMap {
  return async ({ southWest, northEast }) => {
    const boxes = boxesBetween(southWest, northEast);
    const found = await Promise.all(
      boxes.map((box) => geo.inBox(database, { collection: startCollection, ...box, limit: most })),
    );
    const ids = found.flat().map(({ id }) => id);
    const known = await cards.byId(database, ids);
    return [...known.values()].flatMap(({ id, title, price, start, state }) =>
      state === 'published' && start !== null ? [{ id, title, price, start }] : [],
    );
  };
}
