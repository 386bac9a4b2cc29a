import { Refusal } from '#base/refusal';
import type { Caller } from '#platform/server/http';
import type { ServeDoor } from '#platform/server/modules';
import * as contract from '../../contract/index.ts';
import type { ModerationService } from '../moderation.ts';
import { presentBlock } from './present.ts';

/** Reason templates and the blocklist of pictures. */
export function serveSettings({ mount, service }: ServeDoor<ModerationService>): void {
  const { reasons, blocklist, subjects } = service;

  function checkAdministrator(caller: Caller): void {
    subjects.visibleTo(caller.permissions);
    if (!caller.roles.includes('admin'))
      throw new Refusal('forbidden', 'moderation.admin_only', 'Only administrators change reason templates.');
  }

  mount(contract.listReasons, async ({ caller, query }) => {
    subjects.visibleTo(caller.permissions);
    const { limit = 20, ...filter } = query;
    const page = await reasons.list({ limit, ...filter });
    return { items: [...page.items], next_cursor: page.nextCursor };
  });

  mount(contract.createReason, ({ caller, body }) => {
    checkAdministrator(caller);
    return reasons.create(body);
  });

  mount(contract.updateReason, ({ caller, params, body }) => {
    checkAdministrator(caller);
    return reasons.update(params.id, body);
  });

  mount(contract.deleteReason, ({ caller, params }) => {
    checkAdministrator(caller);
    return reasons.remove(params.id);
  });

  mount(contract.listImageBlocks, async ({ query }) => {
    const { limit = 20, ...place } = query;
    const page = await blocklist.list({ limit, ...place });
    return { items: page.items.map(presentBlock), next_cursor: page.nextCursor };
  });

  mount(contract.deleteImageBlock, ({ params }) => blocklist.remove(params.id));
}
