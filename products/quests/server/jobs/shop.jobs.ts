import { day } from '#base/time';
import type { WorkDoor } from '#platform/server/modules';
import { purgeCheckIns } from '../play/check-in.store.ts';
import type { QuestsService } from '../quests.ts';
import { forgetPositions, sweepOrders } from './definitions.ts';

/** Work of the shop and of play. */
export function workOnShopAndPlay({ handle, service, platform }: WorkDoor<QuestsService>): void {
  const { database, clock, log } = platform;
  handle(sweepOrders, async () => {
    const swept = await service.shop.orders.sweep();
    if (swept > 0) log.info({ swept }, 'Orders nobody paid were given up.');
  });
  handle(forgetPositions, async () => {
    const before = new Date(clock().getTime() - service.settings.QUESTS_POSITION_RETENTION_DAYS * day);
    await database.transaction((tx) => purgeCheckIns(tx, before));
  });
}
