import type { RouteRequest } from '#platform/server/http';
import type { ServeDoor } from '#platform/server/modules';
import * as contract from '../../contract/index.ts';
import type { QuestsService } from '../quests.ts';

type Request = Pick<RouteRequest<typeof contract.getMyQuest>, 'caller' | 'params'>;

/** A quest as the signed-in person has it. */
export function mountMine({ mount, service: { mine } }: ServeDoor<QuestsService>): void {
  const handle = ({ caller, params }: Request) => mine(caller, params.id);
  mount(contract.getMyQuest, handle);
  mount(contract.getMyQuestV1, handle);
}
