import { parseModule, spanOf, symbolsOf } from '#products/assistants/engines/bsl';

/** A procedure or function with where it stands. Lines are one-based. */
export interface MethodText {
  readonly name: string;
  /** `Функция Имя(Параметр, Знач Другой = 1) Экспорт`, on one line. */
  readonly signature: string;
  /** The comment above, without slashes. */
  readonly description: string;
  readonly exported: boolean;
  readonly firstLine: number;
  readonly lastLine: number;
  /** From the first line of its comment. */
  readonly commentLine: number;
  /** Comment and source. */
  readonly text: string;
}

export interface ModuleText {
  readonly lines: number;
  readonly methods: readonly MethodText[];
}

const longestSignature = 500;
const longestDescription = 2_000;

/** Reads the methods of a module; any text has an answer. */
export function readMethods(source: string): ModuleText {
  const tree = parseModule(source);
  const line = (offset: number): number => tree.lines.lineAt(offset);
  const methods = symbolsOf(tree).methods.map((method): MethodText => {
    const { start, end } = spanOf(tree, method.node);
    const comment = method.description[0]?.start ?? start;
    const first = line(start);
    const annotations = method.node.annotations.length;
    const declared = tree.tokens.start(method.node.name);
    const opening = tree.lines.start(line(Math.max(declared, start)));
    const body = source.indexOf(')', Math.max(declared, start));
    const until = body < 0 || body > end ? tree.lines.end(line(Math.max(declared, start))) : body + 1;
    const head = source.slice(annotations > 0 ? Math.max(opening, start) : start, until);
    return {
      name: method.name,
      signature: `${head}${method.isExport ? ' Экспорт' : ''}`
        .replaceAll(/\s+/gu, ' ')
        .trim()
        .slice(0, longestSignature),
      description: method.description
        .map((span) => source.slice(span.start, span.end).replace(/^\/+\s?/u, ''))
        .join('\n')
        .trim()
        .slice(0, longestDescription),
      exported: method.isExport,
      firstLine: first + 1,
      lastLine: line(Math.max(start, end - 1)) + 1,
      commentLine: line(comment) + 1,
      text: source.slice(comment, end),
    };
  });
  return { lines: source === '' ? 0 : tree.lines.count, methods };
}
