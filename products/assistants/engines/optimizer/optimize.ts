import { parseQuery, type QueryPackage } from '#products/assistants/engines/query';
import { applyEdits, type Rule, type RuleContext } from './context.ts';
import type { Finding, TextEdit } from './finding.ts';
import { compositeDereference } from './rules/composite.ts';
import { expressionOverField, likePatterns, nestedIn } from './rules/conditions.ts';
import { fieldsWithoutAlias, selectStar } from './rules/fields.ts';
import { joinWithSubquery } from './rules/join-subquery.ts';
import { joinWithVirtualTable } from './rules/join-virtual-table.ts';
import { fullJoin, lockingQuery, topWithoutOrder } from './rules/joins-and-order.ts';
import { nullsFromJoins } from './rules/null-values.ts';
import { orConditions } from './rules/or-to-in.ts';
import { redundantReference } from './rules/reference.ts';
import { temporaryTableIndexes, unusedTables } from './rules/temporary-tables.ts';
import { unionWithoutAll } from './rules/unions.ts';
import { virtualTableFilter } from './rules/virtual-filter.ts';
import { virtualTableWithoutParameters } from './rules/virtual-parameters.ts';
import { type Schema, unknownSchema } from './schema.ts';

/** All rules; those that take pieces out of a query come after those that change the pieces in place. */
const rules: readonly Rule[] = [
  orConditions,
  redundantReference,
  virtualTableFilter,
  nullsFromJoins,
  lockingQuery,
  unionWithoutAll,
  compositeDereference,
  joinWithSubquery,
  joinWithVirtualTable,
  virtualTableWithoutParameters,
  fullJoin,
  likePatterns,
  topWithoutOrder,
  temporaryTableIndexes,
  expressionOverField,
  nestedIn,
  selectStar,
  fieldsWithoutAlias,
  unusedTables,
];

const inOrder = (one: Finding, other: Finding): number =>
  one.start - other.start || one.end - other.end || one.rule - other.rule;

/** What could be better in a text, in the order of the text. A text with errors gives nothing: mend it first. */
export const findImprovements = (ast: QueryPackage, schema: Schema = unknownSchema): readonly Finding[] => {
  if (ast.errors.length > 0) return [];
  const context: RuleContext = { ast, schema };
  return rules.flatMap((rule) => rule(context)).sort(inOrder);
};

/** The text after a finding is applied; null when it would not parse, which is then no rewrite at all. */
const rewritten = (text: string, edits: readonly TextEdit[]): QueryPackage | null => {
  const ast = parseQuery(applyEdits(text, edits));
  return ast.errors.length === 0 ? ast : null;
};

/** A text after all safe rewrites. */
export interface Optimized {
  readonly text: string;
  /** What was applied, in order; the places are those of the text before that step. */
  readonly applied: readonly Finding[];
  /** What is left for a person to decide, in the final text. */
  readonly advice: readonly Finding[];
}

/** Bounds of the work: passes, and signs of text gone through in all of them. Texts written by people stay far below. */
const mostPasses = 200;
const mostSigns = 50_000_000;

const moves = ({ rule }: Finding): boolean => rule === 2 || rule === 4 || rule === 5;

/**
 * The safe findings of one pass: such as do not touch one another, in the order of the text. What moves pieces of the
 * text comes alone, when nothing else is left, as the pieces are copied as they stand.
 */
const choose = (findings: readonly Finding[]): readonly Finding[] => {
  const safe = findings.filter((finding) => finding.safe);
  const chosen: Finding[] = [];
  let end = -1;
  for (const finding of safe) {
    if (moves(finding)) continue;
    const start = finding.edits.reduce((first, edit) => Math.min(first, edit.start), finding.start);
    if (start < end) continue;
    chosen.push(finding);
    end = finding.edits.reduce((last, edit) => Math.max(last, edit.end), finding.end);
  }
  return chosen.length > 0 ? chosen : safe.slice(0, 1);
};

/**
 * Applies all safe rewrites until none is left; applying it again changes nothing. Each step must parse. `accepts` may
 * turn down rewrites whose assumptions the caller knows not to hold.
 */
export const optimizeQuery = (
  text: string,
  schema: Schema = unknownSchema,
  accepts: (finding: Finding) => boolean = () => true,
): Optimized => {
  let ast = parseQuery(text);
  const applied: Finding[] = [];
  let signs = 0;
  for (let pass = 0; pass < mostPasses && signs <= mostSigns; pass += 1) {
    signs += ast.text.length;
    const chosen = choose(findImprovements(ast, schema).filter(accepts));
    const next =
      chosen.length === 0
        ? null
        : rewritten(
            ast.text,
            chosen.flatMap(({ edits }) => edits),
          );
    if (next === null) break;
    applied.push(...chosen);
    ast = next;
  }
  return { text: ast.text, applied, advice: findImprovements(ast, schema) };
};
