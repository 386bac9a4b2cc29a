import type { GroundOfCall } from '../ground-of-call.ts';
import { inputText } from '../input-text.ts';
import { defineTool, type Tool } from '../tool.ts';
import type { ToolEngine } from '../tool-engines.ts';
import { limited } from '../writing/limited.ts';
import { paragraphs } from '../writing/markdown.ts';
import { unknownNamesData, unknownNamesText } from '../writing/unknown-names.ts';
import { andMore, sayIn } from '../writing/words.ts';
import { explainedText } from './explained-text.ts';
import { queryFiles, queryParameters, unknownOf } from './query-input.ts';

export function explainQueryTool(engine: ToolEngine, ground: GroundOfCall): Tool {
  return defineTool({
    name: 'explain_query',
    group: 'analysis',
    title: { ru: 'Разбор запроса', en: 'Query explained' },
    description:
      'Tells what a 1C query does: tables read, temporary tables, joins with conditions, parameters, fields of the result. Use it before you explain or change a query.',
    parameters: queryParameters,
    async run({ query, file: name }, context) {
      const { locale } = context;
      const say = sayIn(locale);
      const { text } = inputText({ text: query, file: name }, context, queryFiles);
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
