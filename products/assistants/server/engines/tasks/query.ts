import type { Static } from 'typebox';
import { Refusal } from '#base/refusal';
import {
  type QueryFile,
  type QueryText,
  queriesOf,
  type Replaced,
  replacementFor,
  sourceWith,
} from '#products/assistants/engines/module-queries';
import {
  explain,
  type Finding,
  findImprovements,
  optimizeQuery as optimizeText,
  type Schema,
  unknownSchema,
} from '#products/assistants/engines/optimizer';
import {
  formatQuery as formatText,
  lineMapOf,
  type Position,
  parseQuery,
  type QueryError,
} from '#products/assistants/engines/query';
import type * as contract from '../../../contract/index.ts';
import { differenceOf } from './difference.ts';
import { openGround, type PackedGround } from './ground.ts';
import { checkText } from './source-text.ts';
import type { Task } from './task.ts';
import { wireNames } from './unknown-names.ts';

export interface QueryInput {
  readonly text: string;
  readonly kind?: 'query' | 'module' | undefined;
  readonly managed_locks?: boolean | undefined;
  readonly ground?: PackedGround | undefined;
}

type Reply<Name extends 'checkQuery' | 'optimizeQuery' | 'formatQuery' | 'explainQuery'> = Static<
  (typeof contract)[Name]['reply']
>;
type PositionAt = (offset: number) => Position;

/** A query begins with its own words; anything else that has methods or strings is a module. */
const beginsAsQuery = /^(?:\uFEFF|\s|\/\/[^\n]*\n)*(?:ВЫБРАТЬ|SELECT|УНИЧТОЖИТЬ|DROP|\{)/iu;

function read({ text, kind }: QueryInput): { readonly kind: 'query' | 'module'; readonly file: QueryFile } {
  checkText(text);
  const taken = kind ?? (beginsAsQuery.test(text) || !/[";]/u.test(text) ? 'query' : 'module');
  const file = queriesOf(taken === 'module' ? 'module.bsl' : 'query.sdbl', text, taken === 'module');
  if (file.queries.length === 0)
    throw new Refusal('invalid', 'assistants.no_query', 'There is no query in the text.');
  return { kind: taken, file };
}

function schemaOf({ managed_locks: managed, ground }: QueryInput): Schema {
  const schema = openGround(ground)?.schema ?? unknownSchema;
  return managed === true ? { ...schema, lockControl: 'managed' } : schema;
}

/** What a query names and the configuration lacks; nothing without a configuration. */
function unknownIn(
  { ground }: QueryInput,
  { text, positionAt }: QueryText,
): { readonly unknown_names?: contract.UnknownName[] } {
  const grounding = openGround(ground);
  return grounding === undefined
    ? {}
    : { unknown_names: wireNames(grounding.unknownInQuery(text, positionAt)) };
}

const rangeAt = (at: PositionAt, { start, end }: { readonly start: number; readonly end: number }) => {
  const [from, to] = [at(start), at(end)];
  return { start: { line: from.line, character: from.column }, end: { line: to.line, character: to.column } };
};

const fault = (at: PositionAt, error: QueryError): Static<typeof contract.QueryFault> => ({
  code: error.code,
  message: error.message,
  range: rangeAt(at, error),
});

const finding = (at: PositionAt, found: Finding): Static<typeof contract.QueryFinding> => ({
  rule: found.rule,
  code: found.code,
  reason: found.reason,
  standard: found.standard,
  range: rangeAt(at, found),
  before: found.before,
  after: found.after,
  safe: found.safe,
  assumes: found.assumes,
  edits: found.edits.map(({ start, end, text }) => ({ start, end, text })),
});

export const checkQuery: Task<QueryInput, Reply<'checkQuery'>> = (input) => {
  const { kind, file } = read(input);
  return {
    kind,
    queries: file.queries.map((query) => {
      const { text, positionAt } = query;
      const ast = parseQuery(text);
      return {
        ...unknownIn(input, query),
        line: positionAt(0).line,
        text,
        errors: ast.errors.map((error) => fault(positionAt, error)),
        findings: findImprovements(ast, schemaOf(input)).map((found) => finding(positionAt, found)),
      };
    }),
  };
};

/** What came of one query, and what goes back into its module. */
function optimizeOne(
  input: QueryInput,
  file: QueryFile,
  query: QueryText,
): { readonly told: Reply<'optimizeQuery'>['queries'][number]; readonly replaced: readonly Replaced[] } {
  const { errors } = parseQuery(query.text);
  // Results of a package are taken by number: it gets none more.
  const keepsResults = ({ rule }: Finding): boolean => !file.runsPackages || (rule !== 4 && rule !== 5);
  const { text, applied, advice } = optimizeText(query.text, schemaOf(input), keepsResults);
  const written = applied.length > 0 && query.complete ? replacementFor(file, query, text) : null;
  const inText = lineMapOf(text).positionAt;
  return {
    told: {
      ...unknownIn(input, query),
      line: query.positionAt(0).line,
      before: query.text,
      after: text,
      errors: errors.map((error) => fault(query.positionAt, error)),
      applied: applied.map((found) => finding(query.positionAt, found)),
      advice: advice.map((found) => finding(inText, found)),
      left_in_module: applied.length > 0 && written === null,
    },
    replaced: written === null ? [] : [{ query, written }],
  };
}

export const optimizeQuery: Task<QueryInput, Reply<'optimizeQuery'>> = (input) => {
  const { kind, file } = read(input);
  const done = file.queries.map((query) => optimizeOne(input, file, query));
  const text = sourceWith(
    file,
    done.flatMap(({ replaced }) => replaced),
  );
  return {
    kind,
    queries: done.map(({ told }) => told),
    text,
    diff: differenceOf(file.path, input.text, text),
  };
};

export const formatQuery: Task<QueryInput, Reply<'formatQuery'>> = (input) => {
  const { file } = read(input);
  const errors: Reply<'formatQuery'>['errors'] = [];
  const replaced = file.queries.flatMap((query): readonly Replaced[] => {
    const ast = parseQuery(query.text);
    errors.push(...ast.errors.map((error) => fault(query.positionAt, error)));
    const written = ast.errors.length > 0 ? null : replacementFor(file, query, formatText(ast));
    return written === null ? [] : [{ query, written }];
  });
  const text = sourceWith(file, replaced);
  return { text, diff: differenceOf(file.path, input.text, text), errors };
};

export const explainQuery: Task<QueryInput, Reply<'explainQuery'>> = (input) => {
  const { kind, file } = read(input);
  return {
    kind,
    queries: file.queries.map((query) => {
      const { text, positionAt } = query;
      const ast = parseQuery(text);
      const { statements, reads, temporaryTables, parameters, output } = explain(ast);
      return {
        ...unknownIn(input, query),
        line: positionAt(0).line,
        text,
        errors: ast.errors.map((error) => fault(positionAt, error)),
        statements: statements.map(
          ({ orderBy, selects, fields, parameters: used, totals, ...statement }) => ({
            ...statement,
            fields: [...fields],
            parameters: [...used],
            totals: [...totals],
            order_by: [...orderBy],
            selects: selects.map(({ groupBy, tables, ...select }) => ({
              ...select,
              group_by: [...groupBy],
              tables: tables.map(({ parameters: given, ...table }) => ({ ...table, parameters: [...given] })),
            })),
          }),
        ),
        reads: [...reads],
        temporary_tables: temporaryTables.map(({ name, fields }) => ({ name, fields: [...fields] })),
        parameters: [...parameters],
        output: [...output],
      };
    }),
  };
};
