import { useRef, useState } from 'react';
import { useApi, useInvalidate, useNotice } from '#platform/web';
import { deletePrompt, listPrompts, type Prompt, restorePrompt } from '../../../contract/index.ts';
import { useRefusals } from '../refusals.ts';

export interface Removal {
  /** The one deleted last, while it can be brought back here. */
  readonly dropped: Prompt | null;
  readonly isComingBack: boolean;
  /** Deleted, whatever the list still says. */
  isGone(id: string): boolean;
  drop(prompt: Prompt): Promise<void>;
  bringBack(): Promise<void>;
}

/** Deletes prompts at once for the eye; one that the server keeps comes back with the reason. */
export function useRemoval(): Removal {
  const { call } = useApi();
  const invalidate = useInvalidate();
  const notice = useNotice();
  const refusals = useRefusals();
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const [dropped, setDropped] = useState<Prompt | null>(null);
  const [isComingBack, setComingBack] = useState(false);
  // What is brought back has to be deleted first.
  const deletion = useRef<Promise<unknown>>(Promise.resolve());
  const show = (id: string): void =>
    setGone((before) => new Set([...before].filter((other) => other !== id)));

  const send = async ({ id }: Prompt): Promise<void> => {
    try {
      await call(deletePrompt, { params: { id } });
    } catch (error) {
      show(id);
      setDropped((before) => (before?.id === id ? null : before));
      notice.error(error, refusals);
    }
    await invalidate(listPrompts);
  };
  return {
    dropped,
    isComingBack,
    isGone: (id) => gone.has(id),
    drop(prompt) {
      setGone((before) => new Set([...before, prompt.id]));
      setDropped(prompt);
      const sent = send(prompt);
      deletion.current = sent;
      return sent;
    },
    async bringBack() {
      if (dropped === null || isComingBack) return;
      const { id } = dropped;
      setComingBack(true);
      await deletion.current;
      try {
        await call(restorePrompt, { params: { id } });
        await invalidate(listPrompts);
        show(id);
        setDropped((before) => (before?.id === id ? null : before));
      } catch (error) {
        notice.error(error, refusals);
      }
      setComingBack(false);
    },
  };
}
