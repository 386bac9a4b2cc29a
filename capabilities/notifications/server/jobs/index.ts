import type { WorkDoor } from '#platform/server/modules';
import type { NotificationsService } from '../service.ts';
import { deliver, planNotice, purgeOld, tellOperators } from './definitions.ts';

export function work({ handle, service, platform }: WorkDoor<NotificationsService>): void {
  handle(planNotice, ({ data }) => service.plan(data.notification_id));
  handle(deliver, ({ data, signal }) => service.deliver(data.delivery_id, signal));
  handle(tellOperators, ({ data, signal }) => service.alerts.tell(data.alert_id, signal));
  handle(purgeOld, async () => {
    const deleted = await service.purge();
    platform.log.info({ deleted }, 'old notifications deleted');
  });
}
