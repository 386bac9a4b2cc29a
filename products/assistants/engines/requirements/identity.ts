import type { Requirement } from './requirement.ts';
import { contentRoots } from './roots.ts';
import type { Candidate } from './split.ts';

/** FNV-1a: short, the same everywhere; only tells texts apart, guards nothing. */
function hashOf(text: string): string {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value >>> 0).toString(36).padStart(7, '0');
}

interface Draft {
  readonly candidate: Candidate;
  readonly requirement: Omit<Requirement, 'id'>;
}

/** Ids from the author's number, otherwise from the words; a second of the same gets `-2`. */
export function identified(drafts: readonly Draft[]): readonly Requirement[] {
  const taken = new Map<string, number>();
  return drafts.map(({ candidate, requirement }) => {
    const base =
      candidate.number ?? `r-${hashOf([...contentRoots(candidate.text)].join(' ') || candidate.text)}`;
    const count = (taken.get(base) ?? 0) + 1;
    taken.set(base, count);
    let id = base;
    if (count > 1) {
      let next = count;
      id = `${base}-${next}`;
      while (taken.has(id)) id = `${base}-${++next}`;
      taken.set(id, 1);
    }
    return { id, ...requirement };
  });
}
