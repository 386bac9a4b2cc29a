import type { Database } from '#platform/server/database';
import { findCiting, rewriteAnswer } from './message.store.ts';
import { withoutPurged } from './purged.rules.ts';
import { companyOfAgent, privateScope } from './scope.ts';

/** Memories that were deleted for good; `nodeIds` null means all that the agent remembered of the owner. */
export interface Purged {
  readonly ownerId: string;
  readonly agentId: string;
  readonly nodeIds: readonly string[] | null;
}

/** Takes the words of memories that were deleted for good out of the answers that cite them. */
export type LetGo = (purged: Purged) => Promise<void>;

export function createLetGo(database: Database): LetGo {
  return async ({ ownerId, agentId, nodeIds }) => {
    const companyId = companyOfAgent(agentId);
    if (companyId === undefined) return;
    const gone = nodeIds === null ? null : new Set(nodeIds);
    await database.transaction(
      async (tx) => {
        for (const answer of await findCiting(tx, nodeIds))
          await rewriteAnswer(
            tx,
            withoutPurged(answer, (id) => gone?.has(id) ?? true),
          );
      },
      { scope: privateScope({ companyId, userId: ownerId }) },
    );
  };
}
