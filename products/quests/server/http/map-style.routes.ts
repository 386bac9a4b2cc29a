import type { ServeDoor } from '#platform/server/modules';
import * as contract from '../../contract/index.ts';
import type { QuestsService } from '../quests.ts';

/** Which map to draw: known from the configuration alone. */
export function mountMapStyle({ mount, service: { settings } }: ServeDoor<QuestsService>): void {
  const reply = {
    style_url: settings.QUESTS_MAP_STYLE_URL ?? null,
    attribution: settings.QUESTS_MAP_ATTRIBUTION ?? null,
  };
  mount(contract.getMapStyle, async () => reply);
}
