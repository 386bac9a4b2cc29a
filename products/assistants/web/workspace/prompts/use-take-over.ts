import { useCallback, useEffect, useRef, useState } from 'react';
import {
  type ApiProblem,
  asProblem,
  useApi,
  useInvalidate,
  useNotice,
  useSession,
  useText,
} from '#platform/web';
import { importPrompts, listPrompts, maxImportedPrompts } from '../../../contract/index.ts';
import { workspaceTexts } from '../texts.ts';
import { browserPrompts, keepInBrowser } from './browser-prompts.ts';
import type { BrowserPrompt } from './prompt.rules.ts';

export interface TakeOver {
  /** Not on the server yet. */
  readonly left: readonly BrowserPrompt[];
  readonly isRunning: boolean;
  /** The server has no room for those left. */
  readonly isFull: boolean;
  readonly problem: ApiProblem | null;
  retry(): void;
}

/** Moves to the server what earlier versions kept in this browser. What is not there yet stays here. */
export function useTakeOver(): TakeOver {
  const t = useText(workspaceTexts);
  const { call } = useApi();
  const invalidate = useInvalidate();
  const notice = useNotice();
  const userId = useSession().user?.id ?? '';
  const [left, setLeft] = useState(() => browserPrompts(userId));
  const [isRunning, setRunning] = useState(false);
  const [isFull, setFull] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const started = useRef(false);

  const move = useCallback(async (): Promise<void> => {
    setRunning(true);
    setProblem(null);
    setFull(false);
    let rest = browserPrompts(userId);
    const before = rest.length;
    try {
      while (rest.length > 0) {
        // The oldest first, so that the list keeps their order.
        const batch = rest.slice(-maxImportedPrompts).toReversed();
        const prompts = batch.map(({ title, text }) => ({ title, text }));
        const { taken } = await call(importPrompts, { body: { prompts } });
        rest = rest.slice(0, rest.length - taken);
        keepInBrowser(userId, rest);
        if (taken < batch.length) {
          setFull(true);
          break;
        }
      }
    } catch (error) {
      setProblem(asProblem(error));
    }
    if (rest.length < before) {
      await invalidate(listPrompts);
      notice.info(t('prompt.moved', { count: before - rest.length }));
    }
    setLeft(rest);
    setRunning(false);
  }, [call, invalidate, notice, t, userId]);

  useEffect(() => {
    if (started.current || browserPrompts(userId).length === 0) return;
    started.current = true;
    void move();
  }, [move, userId]);

  return { left, isRunning, isFull, problem, retry: () => void move() };
}
