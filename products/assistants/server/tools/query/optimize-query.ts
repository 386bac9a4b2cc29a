import type { GroundOfCall } from '../ground-of-call.ts';
import { inputText } from '../input-text.ts';
import { type Artifact, defineTool, type Tool } from '../tool.ts';
import type { ToolEngine } from '../tool-engines.ts';
import { cutText, limited } from '../writing/limited.ts';
import { block, paragraphs } from '../writing/markdown.ts';
import { unknownNamesData, unknownNamesText } from '../writing/unknown-names.ts';
import { sayIn } from '../writing/words.ts';
import { dataOf, faultLines, findingLine, standardsOf } from './found.ts';
import { queryFiles, queryParameters, unknownOf } from './query-input.ts';

export function optimizeQueryTool(engine: ToolEngine, ground: GroundOfCall): Tool {
  return defineTool({
    name: 'optimize_query',
    group: 'development',
    title: { ru: 'Ускорение запроса', en: 'Query optimiser' },
    description:
      'Rewrites a 1C query (or the queries of a module) so that it is faster and gives the same result; tells each change with its reason and standard, and gives advice where a person must decide.',
    parameters: queryParameters,
    async run({ query, file: name, managed_locks }, context) {
      const { locale } = context;
      const say = sayIn(locale);
      const { text } = inputText({ text: query, file: name }, context, queryFiles);
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
