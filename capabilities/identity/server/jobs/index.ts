import type { WorkDoor } from '#platform/server/modules';
import { purge } from '../purge.ts';
import type { IdentityService } from '../service.ts';
import { purgeExpired, rotateKeys, sendMail } from './definitions.ts';

export function work({ handle, service, platform }: WorkDoor<IdentityService>): void {
  handle(sendMail, ({ data }) => service.post.deliver(data.sealed));
  handle(rotateKeys, async () => {
    const outcome = await service.keyring.rotate(false);
    platform.log.info({ outcome }, 'signing keys looked after');
  });
  handle(purgeExpired, async () => {
    const deleted = await purge(platform.database, platform.clock);
    platform.log.info({ deleted }, 'expired rows deleted');
  });
}
