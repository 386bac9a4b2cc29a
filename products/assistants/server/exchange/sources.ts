import type { Citation } from '../conversations/conversation.ts';
import type { Source } from '../tools/tool.ts';

/** Gives sources their numbers: one number for one place, however often it is found. */
export interface SourceNumbers {
  number(source: Source): Citation;
  at(marker: number): Citation | undefined;
  readonly size: number;
}

const excerptLength = 400;

function keyOf({ kind, reference, page, lines, excerpt }: Source): string {
  return JSON.stringify([kind, reference, page, lines, excerpt.slice(0, 80)]);
}

function cut(text: string): string {
  return text.length <= excerptLength ? text : `${text.slice(0, excerptLength).toWellFormed()}…`;
}

export function createSourceNumbers(): SourceNumbers {
  const byKey = new Map<string, Citation>();
  const byMarker: Citation[] = [];
  return {
    number(source) {
      const key = keyOf(source);
      const known = byKey.get(key);
      if (known !== undefined) return known;
      const citation = { ...source, excerpt: cut(source.excerpt), marker: byMarker.length + 1 };
      byKey.set(key, citation);
      byMarker.push(citation);
      return citation;
    },
    at: (marker) => byMarker[marker - 1],
    get size() {
      return byMarker.length;
    },
  };
}

const marker = /\[(\d{1,3}(?:\s*[,;]\s*\d{1,3})*)\]/g;
const longestMarker = 40;

/** Finds `[n]` in a text that comes in pieces; each number is told once, with the piece that completes it. */
export function createMarkerScan(): (piece: string) => readonly number[] {
  const seen = new Set<number>();
  let rest = '';
  return (piece) => {
    const text = rest + piece;
    const found: number[] = [];
    let end = 0;
    for (const match of text.matchAll(marker)) {
      end = match.index + match[0].length;
      for (const digits of (match[1] ?? '').split(/[,;]/)) {
        const number = Number(digits);
        if (seen.has(number)) continue;
        seen.add(number);
        found.push(number);
      }
    }
    const open = text.lastIndexOf('[');
    rest = open >= end && text.length - open <= longestMarker ? text.slice(open) : '';
    return found;
  };
}
