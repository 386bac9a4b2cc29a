import { useApi, useInvalidate, useNotice } from '#platform/web';
import {
  archiveQuest,
  getDraft,
  listMyQuests,
  restoreQuest,
  submitQuest,
  withdrawQuest,
} from '../../../contract/index.ts';
import { useDesk, useDeskState } from '../draft/desk-context.ts';

const routes = {
  submit: submitQuest,
  withdraw: withdrawQuest,
  archive: archiveQuest,
  restore: restoreQuest,
} as const;

export type Transition = keyof typeof routes;

/** Moves the quest on; what lies on the desk is saved before. Rejects with the refusal. */
export function useTransition(): (transition: Transition, done: string) => Promise<void> {
  const desk = useDesk();
  const { id } = useDeskState().base;
  const { call } = useApi();
  const notice = useNotice();
  const invalidate = useInvalidate();
  return async (transition, done) => {
    if (transition === 'submit' && !(await desk.flush())) {
      const { problem } = desk.store.getState();
      if (problem !== null) throw problem;
      return;
    }
    desk.receive(await call(routes[transition], { params: { id } }));
    notice.success(done);
    await invalidate(getDraft, listMyQuests);
  };
}
