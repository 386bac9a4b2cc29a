import { useCallback, useReducer } from 'react';
import type { Sheet } from './sheet.ts';

interface History {
  readonly sheet: Sheet;
  readonly past: readonly Sheet[];
  readonly future: readonly Sheet[];
  /** What the last step was about: more of the same belongs to it. */
  readonly about: string | null;
}

type Action =
  | { readonly kind: 'change'; readonly change: (sheet: Sheet) => Sheet; readonly about: string | null }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }
  | { readonly kind: 'replace'; readonly sheet: Sheet };

const kept = 100;

function reduce(history: History, action: Action): History {
  const { sheet, past, future, about } = history;
  switch (action.kind) {
    case 'change': {
      const next = action.change(sheet);
      if (next === sheet) return history;
      const same = action.about !== null && action.about === about;
      return {
        sheet: next,
        past: same ? past : [...past.slice(-kept), sheet],
        future: [],
        about: action.about,
      };
    }
    case 'undo': {
      const before = past.at(-1);
      return before === undefined
        ? history
        : { sheet: before, past: past.slice(0, -1), future: [sheet, ...future], about: null };
    }
    case 'redo': {
      const [after, ...rest] = future;
      return after === undefined
        ? history
        : { sheet: after, past: [...past, sheet], future: rest, about: null };
    }
    case 'replace':
      return { sheet: action.sheet, past: [], future: [], about: null };
  }
}

export interface SheetControl {
  readonly sheet: Sheet;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Changes in a row about the same thing (typing in one cell) are one step. */
  change(change: (sheet: Sheet) => Sheet, about?: string): void;
  undo(): void;
  redo(): void;
  /** Begins anew from another sheet. */
  replace(sheet: Sheet): void;
}

/** A table with its steps, which can be taken back. */
export function useSheet(first: () => Sheet): SheetControl {
  const [{ sheet, past, future }, dispatch] = useReducer(reduce, undefined, () => ({
    sheet: first(),
    past: [],
    future: [],
    about: null,
  }));
  return {
    sheet,
    canUndo: past.length > 0,
    canRedo: future.length > 0,
    change: useCallback((change, about) => dispatch({ kind: 'change', change, about: about ?? null }), []),
    undo: useCallback(() => dispatch({ kind: 'undo' }), []),
    redo: useCallback(() => dispatch({ kind: 'redo' }), []),
    replace: useCallback((next) => dispatch({ kind: 'replace', sheet: next }), []),
  };
}
