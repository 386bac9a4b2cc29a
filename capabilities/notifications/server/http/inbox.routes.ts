import type { ServeDoor } from '#platform/server/modules';
import * as contract from '../../contract/index.ts';
import type { NotificationsService } from '../service.ts';
import { presentNotification } from './present.ts';

export function serveInbox({ mount, service: { inbox } }: ServeDoor<NotificationsService>): void {
  mount(contract.listNotifications, async ({ caller, query, locale }) => {
    const page = await inbox.list(caller.userId, locale, {
      limit: query.limit ?? 20,
      ...(query.cursor === undefined ? {} : { cursor: query.cursor }),
      ...(query.unread === undefined ? {} : { unread: query.unread }),
    });
    return { items: page.items.map(presentNotification), next_cursor: page.nextCursor };
  });

  mount(contract.countNotifications, async ({ caller }) => ({ unread: await inbox.unread(caller.userId) }));

  mount(contract.getNotification, async ({ caller, params, locale }) =>
    presentNotification(await inbox.get(caller.userId, params.id, locale)),
  );

  mount(contract.readNotification, async ({ caller, params, locale }) =>
    presentNotification(await inbox.read(caller.userId, params.id, locale)),
  );

  mount(contract.acknowledgeNotification, ({ caller, params }) => inbox.seen(caller.userId, params.id));

  mount(contract.readAllNotifications, async ({ caller }) => ({ read: await inbox.readAll(caller.userId) }));

  mount(contract.deleteNotification, ({ caller, params }) => inbox.delete(caller.userId, params.id));
}
