import { useMemo } from 'react';
import { asProblem } from '../api/problem.ts';
import { usePlatform } from '../root/platform-context.ts';
import type { Notice } from './notice-board.ts';
import { type RefusalTexts, useProblemText } from './problem-text.ts';

export interface Notify {
  success(text: string, action?: Notice['action']): void;
  info(text: string, action?: Notice['action']): void;
  warning(text: string, action?: Notice['action']): void;
  /** A text, or anything thrown: problems are put into words. */
  error(fault: unknown, refusals?: RefusalTexts): void;
}

/** Posts short messages at the foot of the window, read out to screen readers. */
export function useNotice(): Notify {
  const { notices } = usePlatform();
  const textOf = useProblemText();
  return useMemo(
    () => ({
      success: (text, action) => notices.post('success', text, action),
      info: (text, action) => notices.post('info', text, action),
      warning: (text, action) => notices.post('warning', text, action),
      error: (fault, refusals) =>
        notices.post('error', typeof fault === 'string' ? fault : textOf(asProblem(fault), refusals)),
    }),
    [notices, textOf],
  );
}
