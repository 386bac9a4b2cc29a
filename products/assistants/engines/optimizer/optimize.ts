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

const overlap = (one: TextEdit, other: TextEdit): boolean =>
  one.start === other.start || (one.start < other.end && other.start < one.end);

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

/** Each pass applies findings that do not touch one another; a text of n findings needs no more passes than this. */
const mostPasses = 200;

/** The safe findings of one pass. Insertions into one place wait for the next pass. */
const choose = (findings: readonly Finding[]): readonly Finding[] => {
  const chosen: Finding[] = [];
  const edits: TextEdit[] = [];
  for (const finding of findings) {
    if (!finding.safe || finding.edits.some((edit) => edits.some((other) => overlap(edit, other)))) continue;
    // What is taken out as a statement is copied as it stands: nothing inside it may change in the same pass.
    if (
      chosen.some(
        (other) => (other.start < finding.end && finding.start < other.end) || moves(other) || moves(finding),
      )
    )
      continue;
    chosen.push(finding);
    edits.push(...finding.edits);
  }
  return chosen;
};

const moves = ({ rule }: Finding): boolean => rule === 4 || rule === 5 || rule === 2;

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
  for (let pass = 0; pass < mostPasses; pass += 1) {
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
