import type { GroundOfCall } from '../ground-of-call.ts';
import { inputText } from '../input-text.ts';
import { defineTool, type Tool } from '../tool.ts';
import type { ToolEngine } from '../tool-engines.ts';
import { limited } from '../writing/limited.ts';
import { paragraphs } from '../writing/markdown.ts';
import { unknownNamesData, unknownNamesText } from '../writing/unknown-names.ts';
import { andMore, sayIn } from '../writing/words.ts';
import { dataOf, faultLines, findingLine, standardsOf } from './found.ts';
import { queryFiles, queryParameters, unknownOf } from './query-input.ts';

export function checkQueryTool(engine: ToolEngine, ground: GroundOfCall): Tool {
  return defineTool({
    name: 'check_query',
    group: 'review',
    title: { ru: 'Проверка запроса', en: 'Query check' },
    description:
      'Checks a text of the 1C query language, or all queries of a module: syntax errors and what makes them slow, with lines and standards. Use it on every query you write before you show it.',
    parameters: queryParameters,
    async run({ query, file: name, managed_locks }, context) {
      const { locale } = context;
      const say = sayIn(locale);
      const { text } = inputText({ text: query, file: name }, context, queryFiles);
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
