import type { ServeDoor } from '#platform/server/modules';
import type { QuestsService } from '../quests.ts';
import { mountAuthoring } from './authoring.routes.ts';
import { mountCatalogue } from './catalogue.routes.ts';
import { mountDictionaries } from './dictionaries.routes.ts';
import { mountMapStyle } from './map-style.routes.ts';
import { mountPayouts } from './payouts.routes.ts';
import { mountPeople } from './people.routes.ts';
import { mountPlay } from './play.routes.ts';
import { mountReviews } from './reviews.routes.ts';
import { mountShop } from './shop.routes.ts';
import { mountTeams } from './teams.routes.ts';

/** Mounts the routes of every room: one line for each. */
export function serve(door: ServeDoor<QuestsService>): void {
  mountDictionaries(door);
  mountCatalogue(door);
  mountMapStyle(door);
  mountAuthoring(door);
  mountPlay(door);
  mountTeams(door);
  mountPeople(door);
  mountReviews(door);
  mountShop(door);
  mountPayouts(door);
}
