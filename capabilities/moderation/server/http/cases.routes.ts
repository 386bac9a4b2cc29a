import type { Caller } from '#platform/server/http';
import type { ServeDoor } from '#platform/server/modules';
import * as contract from '../../contract/index.ts';
import type { ModerationService } from '../moderation.ts';
import { presentCase, presentDetail, presentFlag, presentStats } from './present.ts';

/** The queue and what is done with a case. */
export function serveCases({ mount, service }: ServeDoor<ModerationService>): void {
  const { desk, subjects, clock } = service;
  const viewing = ({ userId }: Caller) => ({ userId, now: clock(), subjects });
  const shown = async (caller: Caller, id: string) =>
    presentDetail(await desk.view(caller, id), viewing(caller));

  mount(contract.listCases, async ({ caller, query }) => {
    const { limit = 20, ...filter } = query;
    const page = await desk.list(caller, { limit, ...filter });
    return {
      items: page.items.map((found) => presentCase(found, viewing(caller))),
      next_cursor: page.nextCursor,
    };
  });

  mount(contract.getCase, ({ caller, params }) => shown(caller, params.id));

  mount(contract.claimCase, async ({ caller, params }) => {
    await desk.claim(caller, params.id);
    return shown(caller, params.id);
  });

  mount(contract.releaseCase, async ({ caller, params }) => {
    await desk.release(caller, params.id);
    return shown(caller, params.id);
  });

  mount(contract.decideCase, async ({ caller, params, body }) => {
    await desk.decide(caller, params.id, {
      decision: body.decision,
      reasonCode: body.reason_code,
      note: body.note ?? null,
      blockImages: body.block_images ?? false,
    });
    return shown(caller, params.id);
  });

  mount(contract.getStats, async ({ caller }) => presentStats(await desk.stats(caller), subjects));

  mount(contract.checkText, ({ caller, body }) => {
    subjects.visibleTo(caller.permissions);
    const { verdict, flags } = service.tryText(body.text, body.new_author ?? true);
    return { verdict, flags: flags.map(presentFlag) };
  });
}
