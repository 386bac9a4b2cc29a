import {
  c4FromText,
  type Outcome,
  sequenceFromText,
  stateFromText,
} from '#products/assistants/engines/diagrams';
import type { UnreadLine } from '../drawing.ts';

/** Kinds that are read line by line: a line that makes nothing alone made nothing in the whole. */
const readers: Readonly<Record<string, (text: string) => Outcome<unknown>>> = {
  sequence: sequenceFromText,
  state: stateFromText,
  c4: c4FromText,
};
const mostLines = 500;

/** Lines of a text that became no part of the diagram; its title is none of them. */
export function unreadLines(kind: string, text: string, title: string): readonly UnreadLine[] {
  const reader = readers[kind];
  if (reader === undefined) return [];
  return text
    .split('\n')
    .slice(0, mostLines)
    .map((line, index) => ({ line: index + 1, text: line.trim() }))
    .filter((line) => line.text !== '' && line.text !== title && !reader(line.text).ok);
}
