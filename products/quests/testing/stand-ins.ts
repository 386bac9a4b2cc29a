import {
  type Moderation,
  moderationRef,
  moderationSubjectsPoint,
  type NewCase,
} from '#capabilities/moderation/server';
import type { Database } from '#platform/server/database';
import { defineModule, type Module, type ReadExtensions } from '#platform/server/modules';

let ask: { readonly filled: ReadExtensions; readonly database: Database } | undefined;
export const openCases = new Map<string, NewCase>();

const clean = { verdict: 'clean', flags: [] } as const;
const moderation: Moderation = {
  inspectText: async () => clean,
  inspectImages: async () => clean,
  async open(_tx, newCase) {
    openCases.set(`${newCase.kind}/${newCase.subjectId}`, newCase);
    return newCase.subjectId;
  },
  async withdraw(_tx, kind, subjectId) {
    openCases.delete(`${kind}/${subjectId}`);
  },
  watchRatings: async () => clean,
};

export const moderationStandIn: Module = defineModule({
  name: 'moderation-stand-in',
  provides: moderationRef,
  create: ({ filled, database }) => {
    ask = { filled, database };
    return moderation;
  },
});

export async function decideCase(kind: string, subjectId: string, decision: 'approve' | 'reject') {
  if (!openCases.has(`${kind}/${subjectId}`)) throw new Error('There is no such case.');
  const subject = ask
    ?.filled(moderationSubjectsPoint)
    .flat()
    .find((each) => each.kind === kind);
  await ask?.database.transaction(async (tx) =>
    subject?.apply(tx, {
      subjectId,
      decision,
      reasonCode: decision === 'approve' ? 'ok' : 'unsafe',
      note: decision === 'approve' ? null : 'The bridge is closed.',
      moderatorId: subjectId,
    }),
  );
  openCases.delete(`${kind}/${subjectId}`);
}
