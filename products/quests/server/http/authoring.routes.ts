import type { RouteRequest } from '#platform/server/http';
import type { ServeDoor } from '#platform/server/modules';
import * as contract from '../../contract/index.ts';
import type { QuestsService } from '../quests.ts';
import { presentDraft } from './present-draft.ts';

type Create = Pick<RouteRequest<typeof contract.createQuest>, 'caller' | 'body'>;
type Update = Pick<RouteRequest<typeof contract.updateQuest>, 'caller' | 'params' | 'body'>;

/** What authors and editors do with quests. */
export function mountAuthoring({ mount, service }: ServeDoor<QuestsService>): void {
  const { drafts, lifecycle, draftLists } = service;

  const create = async ({ caller, body }: Create) => presentDraft(await drafts.create(caller, body));
  mount(contract.createQuest, create);
  mount(contract.createQuestV1, create);

  const update = async ({ caller, params, body: { revision, ...content } }: Update) =>
    presentDraft(await drafts.save(caller, params.id, { content, revision }));
  mount(contract.updateQuest, update);
  mount(contract.updateQuestV1, update);

  mount(contract.saveRoute, async ({ caller, params, body }) =>
    presentDraft(await drafts.save(caller, params.id, body)),
  );

  mount(contract.getDraft, async ({ caller, params }) => presentDraft(await drafts.read(caller, params.id)));

  mount(contract.checkReadiness, async ({ caller, params }) => {
    const faults = await drafts.faults(caller, params.id);
    return {
      ready: faults.length === 0,
      faults: faults.map(({ code, pointId }) => ({ code, point_id: pointId })),
    };
  });

  mount(contract.submitQuest, async ({ caller, params }) =>
    presentDraft(await lifecycle.submit(caller, params.id)),
  );
  mount(contract.withdrawQuest, async ({ caller, params }) =>
    presentDraft(await lifecycle.withdraw(caller, params.id)),
  );
  mount(contract.archiveQuest, async ({ caller, params }) =>
    presentDraft(await lifecycle.archive(caller, params.id)),
  );
  mount(contract.restoreQuest, async ({ caller, params }) =>
    presentDraft(await lifecycle.restore(caller, params.id)),
  );

  mount(contract.listMyQuests, async ({ caller, query: { limit = 20, cursor, state } }) => {
    const page = await draftLists({ authorId: caller.userId, state }, { limit, cursor });
    return { items: [...page.items], next_cursor: page.nextCursor };
  });

  mount(contract.listAllQuests, async ({ query }) => {
    const { limit = 20, cursor, state, author_id: authorId, q: letters } = query;
    const page = await draftLists({ state, authorId, letters }, { limit, cursor });
    return { items: [...page.items], next_cursor: page.nextCursor };
  });
}
