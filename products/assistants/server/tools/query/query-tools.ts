import { Type } from 'typebox';
import type { CheckedQuery, QueryFinding, UnknownName } from '../../../contract/index.ts';
import type { GroundOfCall } from '../ground-of-call.ts';
import { FileName, inputText } from '../input-text.ts';
import { type Artifact, defineTool, type Source, type Tool } from '../tool.ts';
import type { ToolEngine } from '../tool-engines.ts';
import { cutText, limited } from '../writing/limited.ts';
import { block, cell, code, paragraphs } from '../writing/markdown.ts';
import { unknownNamesData, unknownNamesText } from '../writing/unknown-names.ts';
import { andMore, type Locale, type Say, sayIn } from '../writing/words.ts';
import { explainedText } from './explained-text.ts';

const parameters = Type.Object({
  query: Type.Optional(
    Type.String({
      maxLength: 1_000_000,
      description: 'Text of the query, or of a module with queries in its strings',
    }),
  ),
  file: FileName,
  managed_locks: Type.Optional(
    Type.Boolean({ description: 'The configuration locks data in the managed mode' }),
  ),
});

const fileNames = /\.(?:bsl|os|sdbl|txt|query)$/i;

function faultLines(say: Say, locale: Locale, errors: CheckedQuery['errors']): string {
  return errors
    .slice(0, 10)
    .map(
      ({ message, range }) => `- ${say('строка', 'line')} ${range.start.line + 1}: ${cell(message[locale])}`,
    )
    .join('\n');
}

function findingLine(say: Say, locale: Locale, found: QueryFinding): string {
  const { reason, standard, assumes, safe, before, after, range } = found;
  const change = after === null ? '' : `\n  ${code(before.slice(0, 160))} → ${code(after.slice(0, 160))}`;
  const condition = assumes === null ? '' : ` ${say('При условии', 'Provided')}: ${assumes[locale]}.`;
  const kind = safe ? say('безопасно', 'safe') : say('решать вам', 'your decision');
  return `- ${say('Строка', 'Line')} ${range.start.line + 1} (${kind}): ${reason[locale]}.${condition} [${say('Стандарт', 'Standard')} ${standard.number}](${standard.url})${change}`;
}

function standardsOf(found: readonly QueryFinding[], locale: Locale): readonly Source[] {
  const byNumber = new Map(found.map((each) => [each.standard.number, each]));
  return [...byNumber.values()].slice(0, 10).map(({ standard, reason }) => ({
    kind: 'standard',
    title:
      locale === 'ru'
        ? `Стандарт разработки № ${standard.number}`
        : `Development standard ${standard.number}`,
    reference: standard.url,
    excerpt: reason[locale],
  }));
}

const dataOf = (locale: Locale) => (found: QueryFinding) => ({
  rule: found.rule,
  code: found.code,
  line: found.range.start.line + 1,
  reason: found.reason[locale],
  standard: found.standard.number,
  safe: found.safe,
  before: found.before.slice(0, 400),
  after: found.after?.slice(0, 400) ?? null,
});

/** Unknown names of all queries; undefined without a project. */
function unknownOf(
  queries: readonly { readonly unknown_names?: UnknownName[] }[],
): readonly UnknownName[] | undefined {
  const told = queries.flatMap(({ unknown_names: names }) => (names === undefined ? [] : [names]));
  return told.length === 0 ? undefined : told.flat();
}

function checkQueryTool(engine: ToolEngine, ground: GroundOfCall): Tool {
  return defineTool({
    name: 'check_query',
    group: 'review',
    title: { ru: 'Проверка запроса', en: 'Query check' },
    description:
      'Checks a text of the 1C query language, or all queries of a module: syntax errors and what makes them slow, with lines and standards. Use it on every query you write before you show it.',
    parameters,
    async run({ query, file: name, managed_locks }, context) {
      const { locale } = context;
      const say = sayIn(locale);
      const { text } = inputText({ text: query, file: name }, context, fileNames);
      const input = { text, managed_locks, ground: await ground(context) };
      const { queries } = await engine('checkQuery', input, context);
      const unknown = unknownOf(queries);
      const [errors, findings] = [
        queries.flatMap((each) => each.errors),
        queries.flatMap((each) => each.findings),
      ];
      const told = limited(findings.map(dataOf(locale)), 80);
      return {
        data: {
          queries: queries.length,
          errors: errors
            .slice(0, 40)
            .map(({ message, range }) => ({ line: range.start.line + 1, message: message[locale] })),
          findings: told,
          ...unknownNamesData(unknown),
        },
        text: paragraphs(
          say(
            `**Запросов: ${queries.length}, ошибок: ${errors.length}, замечаний: ${findings.length}.**`,
            `**${queries.length} queries, ${errors.length} errors, ${findings.length} findings.**`,
          ),
          unknownNamesText(say, unknown),
          faultLines(say, locale, errors),
          findings
            .slice(0, 20)
            .map((found) => findingLine(say, locale, found))
            .join('\n'),
          andMore(say, Math.max(0, findings.length - 20)),
        ),
        sources: standardsOf(findings, locale),
      };
    },
  });
}

function optimizeQueryTool(engine: ToolEngine, ground: GroundOfCall): Tool {
  return defineTool({
    name: 'optimize_query',
    group: 'development',
    title: { ru: 'Ускорение запроса', en: 'Query optimiser' },
    description:
      'Rewrites a 1C query (or the queries of a module) so that it is faster and gives the same result; tells each change with its reason and standard, and gives advice where a person must decide.',
    parameters,
    async run({ query, file: name, managed_locks }, context) {
      const { locale } = context;
      const say = sayIn(locale);
      const { text } = inputText({ text: query, file: name }, context, fileNames);
      const input = { text, managed_locks, ground: await ground(context) };
      const done = await engine('optimizeQuery', input, context);
      const unknown = unknownOf(done.queries);
      const errors = done.queries.flatMap((each) => each.errors);
      const applied = done.queries.flatMap((each) => each.applied);
      const advice = done.queries.flatMap((each) => each.advice);
      const left = done.queries.filter((each) => each.left_in_module).length;
      const artifacts: Artifact[] =
        done.diff === ''
          ? []
          : [
              { kind: 'diff', title: say('Правка', 'Change'), content: done.diff },
              ...(done.kind === 'query'
                ? [{ kind: 'query' as const, title: say('Новый текст', 'New text'), content: done.text }]
                : [{ kind: 'bsl' as const, title: say('Новый модуль', 'New module'), content: done.text }]),
            ];
      return {
        data: {
          applied: limited(applied.map(dataOf(locale)), 60, 20_000),
          advice: limited(advice.map(dataOf(locale)), 60, 16_000),
          errors: errors
            .slice(0, 40)
            .map(({ message, range }) => ({ line: range.start.line + 1, message: message[locale] })),
          text: cutText(done.text),
          ...unknownNamesData(unknown),
        },
        text: paragraphs(
          errors.length === 0
            ? say(
                `**Изменено: ${applied.length}, советов: ${advice.length}.**`,
                `**${applied.length} rewrites, ${advice.length} pieces of advice.**`,
              )
            : say(
                '**В запросе ошибки: сначала исправьте их.**',
                '**The query has errors: mend them first.**',
              ),
          unknownNamesText(say, unknown),
          faultLines(say, locale, errors),
          applied.length === 0
            ? ''
            : `${say('Изменения', 'Rewrites')}:\n${applied
                .slice(0, 20)
                .map((found) => findingLine(say, locale, found))
                .join('\n')}`,
          advice.length === 0
            ? ''
            : `${say('Советы', 'Advice')}:\n${advice
                .slice(0, 12)
                .map((found) => findingLine(say, locale, found))
                .join('\n')}`,
          left === 0
            ? ''
            : say(
                `Запросов, собранных в коде из частей: ${left}; в модуле они оставлены как есть.`,
                `${left} queries are put together in code: they stay as they are in the module.`,
              ),
          done.kind === 'query' && done.diff !== '' ? block('sdbl', cutText(done.text, 6_000)) : '',
        ),
        sources: standardsOf([...applied, ...advice], locale),
        artifacts,
      };
    },
  });
}

function explainQueryTool(engine: ToolEngine, ground: GroundOfCall): Tool {
  return defineTool({
    name: 'explain_query',
    group: 'analysis',
    title: { ru: 'Разбор запроса', en: 'Query explained' },
    description:
      'Tells what a 1C query does: tables read, temporary tables, joins with conditions, parameters, fields of the result. Use it before you explain or change a query.',
    parameters,
    async run({ query, file: name }, context) {
      const { locale } = context;
      const say = sayIn(locale);
      const { text } = inputText({ text: query, file: name }, context, fileNames);
      const { queries } = await engine('explainQuery', { text, ground: await ground(context) }, context);
      const unknown = unknownOf(queries);
      const told = limited(
        queries.map(({ text: _text, errors, unknown_names: _unknown, ...rest }) => ({
          ...rest,
          errors: errors.length,
        })),
        20,
        50_000,
      );
      return {
        data: { ...told, ...unknownNamesData(unknown) },
        text: paragraphs(
          unknownNamesText(say, unknown),
          ...queries.slice(0, 5).map((each) => explainedText(say, each)),
          andMore(say, Math.max(0, queries.length - 5)),
        ),
        artifacts: queries.slice(0, 1).flatMap(({ reads, temporary_tables: temporary, parameters: used }) =>
          reads.length + temporary.length === 0
            ? []
            : [
                {
                  kind: 'table' as const,
                  title: say('Таблицы и параметры', 'Tables and parameters'),
                  content: JSON.stringify({
                    columns: [say('Что', 'What'), say('Имя', 'Name')],
                    rows: [
                      ...reads.map((table_) => [say('Читается', 'Read'), table_]),
                      ...temporary.map((made) => [say('Временная таблица', 'Temporary table'), made.name]),
                      ...used.map((parameter) => [say('Параметр', 'Parameter'), parameter]),
                    ],
                  }),
                },
              ],
        ),
      };
    },
  });
}

/** Tools about queries. */
export function queryTools(engine: ToolEngine, ground: GroundOfCall): readonly Tool[] {
  return [
    checkQueryTool(engine, ground),
    optimizeQueryTool(engine, ground),
    explainQueryTool(engine, ground),
  ];
}
