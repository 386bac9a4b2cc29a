import { linesOf } from '#products/assistants/engines/bsl';

/** A module whose expected findings stand in `⟦…⟧`; they may lie in each other. */
export interface Marked {
  readonly source: string;
  /** As `line:column-line:column`, in the order findings come in. */
  readonly expected: readonly string[];
}

/** Takes the marks out of the lines of a module. */
export function marked(...lines: readonly string[]): Marked {
  const open: number[] = [];
  const spans: { readonly start: number; readonly end: number }[] = [];
  let source = '';
  for (const character of lines.join('\n')) {
    if (character === '⟦') open.push(source.length);
    else if (character === '⟧') spans.push({ start: open.pop() ?? -1, end: source.length });
    else source += character;
  }
  const { positionAt } = linesOf(source);
  const text = (offset: number): string => {
    const { line, character } = positionAt(offset);
    return `${line}:${character}`;
  };
  const ordered = spans.toSorted((left, right) => left.start - right.start || left.end - right.end);
  return { source, expected: ordered.map(({ start, end }) => `${text(start)}-${text(end)}`) };
}
