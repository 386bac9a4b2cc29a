import { useEffect, useState } from 'react';
import { useApi, useSession } from '#platform/web';
import { getDraft, type QuestDraft, saveRoute, updateQuest } from '../../../contract/index.ts';
import { createDesk, type Desk } from './desk.ts';
import { keepIn } from './kept-draft.ts';

/** A desk for one quest, for as long as the editor is open. */
export function useNewDesk(draft: QuestDraft): Desk {
  const { call } = useApi();
  const { user } = useSession();
  const params = { id: draft.id };
  const [desk] = useState(() =>
    createDesk(draft, {
      saveFields: (fields, revision) => call(updateQuest, { params, body: { ...fields, revision } }),
      savePoints: (points, revision) => call(saveRoute, { params, body: { points, revision } }),
      read: () => call(getDraft, { params }),
      keeping: keepIn(localStorage, user?.id ?? '', draft.id),
      rest: 800,
      again: 5_000,
    }),
  );
  useEffect(() => desk.receive(draft), [desk, draft]);
  useEffect(() => {
    const onLine = (): void => void desk.flush();
    window.addEventListener('online', onLine);
    return () => {
      window.removeEventListener('online', onLine);
      desk.close();
    };
  }, [desk]);
  return desk;
}
