import { AccessChanged } from '#capabilities/identity/contract';
import type { ListenDoor } from '#platform/server/modules';
import type { NotificationsService } from '../service.ts';

export function listen({ on, service }: ListenDoor<NotificationsService>): void {
  on(AccessChanged, 'notifications.forget_signed_out_devices', async ({ payload }) => {
    if (payload.session_id !== undefined) await service.devices.sessionEnded(payload.session_id);
  });
}
