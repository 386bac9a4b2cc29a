import type { Caller } from '#platform/server/http';
import type { DemoDoor } from '#platform/server/modules';
import type { QuestsService } from '../quests.ts';
import { demoPlayers } from './people.fixture.ts';
import { publishDemoQuests } from './publishing.ts';
import { openDemoShop } from './shop.ts';
import { walkDemoQuests } from './walks.ts';

async function callerOf(service: QuestsService, role: string): Promise<Caller | undefined> {
  const person = await service.identity.personByEmail(`${role}@demo.quintet.local`);
  return person === undefined ? undefined : service.identity.callerOf(person.id);
}

/** A city with twelve quests, thirty players and a shop; a catalogue that holds anything is left alone. */
export async function demo(door: DemoDoor<QuestsService>): Promise<void> {
  const { service } = door;
  const [author, manager, player] = await Promise.all([
    callerOf(service, 'author'),
    callerOf(service, 'manager'),
    callerOf(service, 'user'),
  ]);
  if (author === undefined || manager === undefined || player === undefined) return;
  if ((await service.draftLists({ authorId: author.userId }, { limit: 1 })).items.length > 0) return;
  const players = await service.identity.foundDemoPeople(demoPlayers);
  const quests = await publishDemoQuests(door, author);
  await walkDemoQuests(door, quests, [...players, player.userId], author.userId);
  await openDemoShop(door, manager, player);
  for (const friend of players.slice(0, 5)) {
    const { id } = await service.people.friends.ask(friend, player.userId);
    if (friend !== players[0]) await service.people.friends.answer(player.userId, id, true);
  }
  await service.refreshPopularity();
}
