import { writeFile } from 'node:fs/promises';
import type { ToolCommand, ToolInput } from '#platform/server/modules';
import {
  differenceOf,
  type QueryFile,
  type QueryText,
  type Replaced,
  replacementFor,
  sourceWith,
} from '#products/assistants/engines/module-queries';
import {
  type Finding,
  findImprovements,
  optimizeQuery,
  type Schema,
  unknownSchema,
} from '#products/assistants/engines/optimizer';
import { formatQuery, parseQuery } from '#products/assistants/engines/query';
import { errorLine, errorRecord, findingLine, findingRecord, type Language } from './query/report.ts';
import { readQueries } from './query/texts.ts';

const badInput = 2;

const languageOption = { flags: '--language <language>', description: 'ru or en', default: 'ru' };
const locksOption = {
  flags: '--managed-locks',
  description: 'the configuration locks data in the managed mode',
};

const choice = <Known extends string>(
  input: ToolInput,
  name: string,
  known: readonly Known[],
): Known | null => {
  const given = input.options[name] ?? known[0];
  const found = known.find((one) => one === given);
  if (found === undefined) input.warn(`--${name} must be ${known.join(' or ')}`);
  return found ?? null;
};
const languages: readonly Language[] = ['ru', 'en'];

const schemaOf = ({ options }: ToolInput): Schema =>
  options['managedLocks'] === true ? { ...unknownSchema, lockControl: 'managed' } : unknownSchema;

const check: ToolCommand = {
  path: 'query check',
  summary: 'errors of 1C queries and what makes them slow; exit code 1 when there is any',
  args: ['<file>'],
  options: [
    { flags: '--format <format>', description: 'text or json', default: 'text' },
    languageOption,
    locksOption,
  ],
  async run(input) {
    const format = choice(input, 'format', ['text', 'json']);
    const language = choice(input, 'language', languages);
    if (format === null || language === null) return badInput;
    const file = await readQueries(input);
    if (file === null) return badInput;
    const told = file.queries.map((query) => {
      const ast = parseQuery(query.text);
      return { query, errors: ast.errors, findings: findImprovements(ast, schemaOf(input)) };
    });
    if (format === 'json')
      input.print(
        JSON.stringify({
          path: file.path,
          queries: told.map(({ query, errors, findings }) => ({
            line: query.positionAt(0).line,
            errors: errors.map((error) => errorRecord(query, error)),
            findings: findings.map((finding) => findingRecord(query, finding)),
          })),
        }),
      );
    else
      for (const { query, errors, findings } of told) {
        for (const error of errors) input.print(errorLine(file.path, query, error, language));
        for (const finding of findings) input.print(findingLine(file.path, query, finding, language));
      }
    return told.some(({ errors, findings }) => errors.length + findings.length > 0) ? 1 : 0;
  },
};

/** Writes the texts into the file. */
const write = async (input: ToolInput, file: QueryFile, replaced: readonly Replaced[]): Promise<boolean> => {
  try {
    if (replaced.length > 0) await writeFile(file.path, sourceWith(file, replaced), 'utf8');
    return true;
  } catch (error) {
    input.warn(`${file.path}: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
};

interface Improved {
  readonly query: QueryText;
  readonly applied: readonly Finding[];
  readonly replaced: Replaced | null;
}

/** A text put together in code is not rewritten; nor does a package get one more result when its results are numbered. */
const improve = (input: ToolInput, file: QueryFile, query: QueryText): Improved => {
  const keepsResults = ({ rule }: Finding) => !file.runsPackages || (rule !== 4 && rule !== 5);
  const { text, applied } = optimizeQuery(query.text, schemaOf(input), keepsResults);
  const written = applied.length > 0 && query.complete ? replacementFor(file, query, text) : null;
  return { query, applied, replaced: written === null ? null : { query, written } };
};

const optimize: ToolCommand = {
  path: 'query optimize',
  summary:
    'rewrites of 1C queries that keep the result; exit code 1 when there are some that were not applied',
  args: ['<file>'],
  options: [
    { flags: '--format <format>', description: 'text, json or diff', default: 'text' },
    { flags: '--apply', description: 'write the rewrites into the file' },
    languageOption,
    locksOption,
  ],
  async run(input) {
    const format = choice(input, 'format', ['text', 'json', 'diff']);
    const language = choice(input, 'language', languages);
    if (format === null || language === null) return badInput;
    const file = await readQueries(input);
    if (file === null) return badInput;
    const improved = file.queries
      .map((query) => improve(input, file, query))
      .filter(({ applied }) => applied.length > 0);
    const replaced = improved.flatMap((one) => one.replaced ?? []);
    for (const { query } of improved.filter((one) => one.replaced === null))
      input.warn(
        `${file.path}:${query.positionAt(0).line + 1}: the text is put together in code and is left as it is`,
      );
    if (format === 'diff' && replaced.length > 0)
      for (const line of differenceOf(file, replaced)) input.print(line);
    if (format === 'json')
      input.print(
        JSON.stringify({
          path: file.path,
          queries: improved.map(({ query, applied, replaced: fresh }) => ({
            line: query.positionAt(0).line,
            applied: applied.map(({ rule, code, reason, assumes, standard, before, after }) => ({
              rule,
              code,
              reason,
              assumes,
              standard,
              before,
              after,
            })),
            text: fresh?.written ?? null,
          })),
        }),
      );
    if (format === 'text')
      for (const { query, applied } of improved)
        for (const { rule, code, reason, assumes } of applied)
          input.print(
            `${file.path}:${query.positionAt(0).line + 1}: ${rule} ${code}: ${reason[language]}${assumes === null ? '' : `. ${assumes[language]}`}`,
          );
    if (input.options['apply'] !== true) return improved.length > 0 ? 1 : 0;
    return (await write(input, file, replaced)) ? (replaced.length < improved.length ? 1 : 0) : badInput;
  },
};

const format: ToolCommand = {
  path: 'query format',
  summary: 'lays 1C queries out by standard 437; prints the file unless told to write it',
  args: ['<file>'],
  options: [{ flags: '--apply', description: 'write the file' }],
  async run(input) {
    const file = await readQueries(input);
    if (file === null) return badInput;
    let broken = false;
    const replaced = file.queries.flatMap((query) => {
      const ast = parseQuery(query.text);
      broken = broken || ast.errors.length > 0;
      for (const error of ast.errors) input.warn(errorLine(file.path, query, error, 'ru'));
      const written = ast.errors.length > 0 ? null : replacementFor(file, query, formatQuery(ast));
      return written === null ? [] : [{ query, written }];
    });
    if (input.options['apply'] === true) {
      if (!(await write(input, file, replaced))) return badInput;
    } else input.write(sourceWith(file, replaced));
    return broken ? 1 : 0;
  },
};

/** Queries of 1C on the command line. */
export const queryTools: readonly ToolCommand[] = [check, optimize, format];
