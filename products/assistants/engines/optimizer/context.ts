import {
  nodesOf,
  type QueryNode,
  type QueryPackage,
  type TextRange,
} from '#products/assistants/engines/query';
import type { Finding, RuleNumber, Said, Standard, TextEdit } from './finding.ts';
import { remember } from './remember.ts';
import type { Schema } from './schema.ts';

/** What a rule sees. */
export interface RuleContext {
  readonly ast: QueryPackage;
  readonly schema: Schema;
}

/** A rule looks at the whole text and answers what it found, in the order of the text. */
export type Rule = (context: RuleContext) => readonly Finding[];

/** What a rule says of a range; texts before and after are taken from the query. */
export interface Told {
  readonly rule: RuleNumber;
  readonly code: string;
  readonly at: TextRange;
  readonly standard: Standard;
  readonly reason: Said;
  readonly edits?: readonly TextEdit[];
  readonly safe?: boolean;
  readonly assumes?: Said | null;
  /** The text to show when there are no edits. */
  readonly after?: string | null;
}

export const textOf = (ast: QueryPackage, { start, end }: TextRange): string => ast.text.slice(start, end);

/** Puts edits into a text. They must not overlap; their order does not matter. */
export const applyEdits = (text: string, edits: readonly TextEdit[]): string => {
  const pieces: string[] = [];
  let done = 0;
  for (const edit of [...edits].sort((one, other) => one.start - other.start || one.end - other.end)) {
    pieces.push(text.slice(done, edit.start), edit.text);
    done = edit.end;
  }
  pieces.push(text.slice(done));
  return pieces.join('');
};

const holds = (outer: TextRange, inner: TextRange) => outer.start <= inner.start && inner.end <= outer.end;

/** A comment, braces of the composition system or a mark of a template lies in the range. */
export const hasTrivia = ({ trivia }: QueryPackage, range: TextRange): boolean => {
  let low = 0;
  let high = trivia.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((trivia[middle]?.start ?? 0) < range.start) low = middle + 1;
    else high = middle;
  }
  const first = trivia[low];
  return first !== undefined && first.end <= range.end;
};

/** The text goes through a template or through the composition system first: no rewrite of it can be safe. */
export const isTemplate = remember(
  (ast: QueryPackage): boolean =>
    ast.trivia.some(({ kind }) => kind !== 'comment') ||
    ast.tokens.some(({ kind }) => kind === 'placeholder'),
);

const afterOf = (ast: QueryPackage, at: TextRange, edits: readonly TextEdit[]): string => {
  const inside = edits.every((edit) => holds(at, edit));
  const range = inside
    ? at
    : {
        start: edits.reduce((first, edit) => Math.min(first, edit.start), at.start),
        end: edits.reduce((last, edit) => Math.max(last, edit.end), at.end),
      };
  const moved = edits.map((edit) => ({
    ...edit,
    start: edit.start - range.start,
    end: edit.end - range.start,
  }));
  return applyEdits(textOf(ast, range), moved);
};

/** Makes a finding of what a rule tells. */
export const finding = ({ ast }: RuleContext, told: Told): Finding => {
  const edits = told.edits ?? [];
  return {
    rule: told.rule,
    code: told.code,
    reason: told.reason,
    standard: told.standard,
    start: told.at.start,
    end: told.at.end,
    before: textOf(ast, told.at),
    after: told.after ?? (edits.length > 0 ? afterOf(ast, told.at, edits) : null),
    safe: told.safe === true && edits.length > 0 && !isTemplate(ast),
    assumes: told.assumes ?? null,
    edits,
  };
};

/** Findings for each node of a kind. */
export const forEach = <Kind extends QueryNode['kind']>(
  context: RuleContext,
  kind: Kind,
  tell: (node: Extract<QueryNode, { kind: Kind }>) => Told | null,
): readonly Finding[] =>
  nodesOf(context.ast, kind).flatMap((node) => {
    const told = tell(node);
    return told === null ? [] : [finding(context, told)];
  });
