import { readMethods } from '../../projects/reading/read-methods.rules.ts';
import type { OutlineEntry, Passage } from './text-document.ts';

export interface CodePassages {
  readonly passages: readonly Passage[];
  readonly outline: readonly OutlineEntry[];
}

/** The part (one-based) a line (one-based) stands in. */
export type PartOfLine = (line: number) => number;

/** A passage for each method of a module, and one for what stands before the first. None without methods. */
export function readCodePassages(
  source: string,
  above: readonly string[],
  partOfLine: PartOfLine,
): CodePassages {
  const { methods } = readMethods(source);
  const first = methods[0];
  if (first === undefined) return { passages: [], outline: [] };
  const lead = source
    .split(/\r\n|\n|\r/u)
    .slice(0, first.commentLine - 1)
    .join('\n')
    .trimEnd();
  const passages = methods.map((method): Passage => {
    const lines = [method.commentLine, method.lastLine] as const;
    return {
      content: method.text,
      heading: [...above, method.name],
      page: null,
      lines,
      part: partOfLine(lines[0]),
    };
  });
  const opening: Passage[] =
    lead.trim() === ''
      ? []
      : [
          {
            content: lead,
            heading: above,
            page: null,
            lines: [1, first.commentLine - 1],
            part: partOfLine(1),
          },
        ];
  return {
    passages: [...opening, ...passages],
    outline: methods.map((method) => ({
      title: method.signature.slice(0, 300),
      level: Math.min(6, above.length + 1),
      page: null,
      line: method.firstLine,
      part: partOfLine(method.firstLine),
    })),
  };
}
