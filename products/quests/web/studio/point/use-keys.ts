import { useState } from 'react';
import { newId } from '#base/ids';
import { moved, without } from '../draft/lists.rules.ts';

interface Keys {
  readonly keys: readonly string[];
  readonly add: () => void;
  readonly move: (from: number, to: number) => void;
  readonly remove: (at: number) => void;
}

const fresh = (count: number): string[] => Array.from({ length: count }, () => newId());

/** Names for entries that have none of their own, so that fields keep their focus while entries move. */
export function useKeys(count: number): Keys {
  const [kept, setKept] = useState(() => fresh(count));
  // The list was replaced from outside: other entries, other names.
  const keys = kept.length === count ? kept : fresh(count);
  if (keys !== kept) setKept(keys);
  return {
    keys,
    add: () => setKept([...keys, newId()]),
    move: (from, to) => setKept(moved(keys, from, to)),
    remove: (at) => setKept(without(keys, at)),
  };
}
