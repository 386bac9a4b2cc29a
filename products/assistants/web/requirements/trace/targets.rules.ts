import type { SuggestedObject } from '../../../contract/index.ts';

/** As the server takes it. */
export interface Target {
  readonly id: string;
  readonly kind: 'test' | 'design';
  readonly title: string;
}

export const mostTargets = 2_000;
const longestId = 200;
const longestTitle = 1_000;

const separated = /^(.{1,200}?)\s*[|;\t]\s*(.+)$/u;
const numbered = /^([\p{L}]{1,10}[-–_.]?\d+(?:\.\d+)*)[.:)]?\s+(.+)$/u;

/** Targets of lines `number | name`; a line without a number is numbered by its place. */
export function targetsOf(text: string, kind: Target['kind']): readonly Target[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line, place) => {
      const [, id, title] = separated.exec(line) ?? numbered.exec(line) ?? [];
      return id === undefined || title === undefined
        ? { id: `${kind}-${place + 1}`, kind, title: line.slice(0, longestTitle) }
        : { id: id.trim().slice(0, longestId), kind, title: title.trim().slice(0, longestTitle) };
    });
}

/** Numbers that occur more than once: their links could not be told apart. */
export function repeatedIds(targets: readonly Target[]): readonly string[] {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { id } of targets) {
    if (seen.has(id)) repeated.add(id);
    seen.add(id);
  }
  return [...repeated];
}

/** Suggested objects as lines; they name the requirements they come from. */
export const linesOfObjects = (objects: readonly SuggestedObject[]): string =>
  objects
    .map(({ kind, name, reasons }) => {
      const from = [...new Set(reasons.map(({ requirement }) => requirement))].slice(0, 20).join(', ');
      return `${kind}.${name} | ${from === '' ? name : `${name}: ${from}`}`;
    })
    .join('\n');

/** The text to trace a file by: what was found in it, each with its number. */
export const textOfRequirements = (
  requirements: readonly { readonly id: string; readonly numbered: boolean; readonly text: string }[],
): string => requirements.map(({ id, numbered: own, text }) => (own ? `${id}. ${text}` : text)).join('\n\n');
