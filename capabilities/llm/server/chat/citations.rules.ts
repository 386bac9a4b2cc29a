import type { Passage } from './request.ts';

/** Longest marker worth waiting for, such as `[1, 2, 12]`. */
const MAX_MARKER = 40;
const MARKER = /\[(\d{1,3}(?:\s*[,;]\s*\d{1,3})*)\]/g;

export interface Citation {
  readonly passageId: string;
  readonly marker: number;
}

/**
 * Finds `[n]` markers in a text that arrives in pieces. Each passage is reported once, with the piece that completes
 * its first marker; numbers without a passage are ignored.
 */
export function citationScanner(passages: readonly Passage[]): (piece: string) => readonly Citation[] {
  const seen = new Set<number>();
  let rest = '';
  return (piece) => {
    const text = rest + piece;
    const found: Citation[] = [];
    let end = 0;
    for (const match of text.matchAll(MARKER)) {
      end = match.index + match[0].length;
      for (const digits of (match[1] ?? '').split(/[,;]/)) {
        const marker = Number(digits);
        const passage = passages[marker - 1];
        if (passage === undefined || seen.has(marker)) continue;
        seen.add(marker);
        found.push({ passageId: passage.id, marker });
      }
    }
    const open = text.lastIndexOf('[');
    rest = open >= end && text.length - open <= MAX_MARKER ? text.slice(open) : '';
    return found;
  };
}
