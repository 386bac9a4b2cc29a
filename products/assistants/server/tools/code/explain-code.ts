import { Type } from 'typebox';
import type { OutlineMethod } from '../../../contract/index.ts';
import type { GroundOfCall } from '../ground-of-call.ts';
import { FileName, inputText } from '../input-text.ts';
import { defineTool, type Tool } from '../tool.ts';
import type { ToolEngine } from '../tool-engines.ts';
import { limited } from '../writing/limited.ts';
import { cell, codeCell, code as inline, paragraphs, table } from '../writing/markdown.ts';
import { unknownNamesData, unknownNamesText } from '../writing/unknown-names.ts';
import { andMore, type Say, sayIn } from '../writing/words.ts';

const shown = 40;
/** McCabe's threshold as the reference analyser has it. */
const complex = 20;

function signatureOf({ name, kind, parameters, export: isExport }: OutlineMethod): string {
  const list = parameters
    .map(({ name: parameter, by_value: byValue, default: value }) =>
      [byValue ? `Знач ${parameter}` : parameter, value === null ? '' : ` = ${value}`].join(''),
    )
    .join(', ');
  return `${kind === 'function' ? 'Функция' : 'Процедура'} ${name}(${list})${isExport ? ' Экспорт' : ''}`;
}

function detailsOf(say: Say, method: OutlineMethod): string {
  const [first = ''] = method.description.split('\n');
  const lines = [
    first === '' ? '' : cell(first),
    method.directives.length === 0
      ? ''
      : `${say('Где', 'Where')}: ${method.directives.map((name) => `&${name}`).join(', ')}`,
    method.calls.length === 0
      ? ''
      : `${say('Вызывает', 'Calls')}: ${method.calls.slice(0, 12).map(inline).join(', ')}`,
    method.outside_calls.length === 0
      ? ''
      : `${say('Чужие методы', 'Methods of others')}: ${method.outside_calls.slice(0, 12).map(inline).join(', ')}`,
    method.called_by.length === 0
      ? ''
      : `${say('Вызывается из', 'Called by')}: ${method.called_by.slice(0, 12).map(inline).join(', ')}`,
    method.queries.length === 0
      ? ''
      : `${say('Запросы в строках', 'Queries at lines')}: ${method.queries.join(', ')}`,
    method.writes.length === 0
      ? ''
      : `**${say('Пишет в базу', 'Writes to the database')}**: ${method.writes
          .slice(0, 12)
          .map(({ line, what }) => `${inline(what)} (${say('строка', 'line')} ${line})`)
          .join(', ')}`,
  ].filter((line) => line !== '');
  return `- ${inline(signatureOf(method))}, ${say('строки', 'lines')} ${method.line}–${method.end_line}${lines.map((line) => `\n  - ${line}`).join('')}`;
}

export function explainCodeTool(engine: ToolEngine, ground: GroundOfCall): Tool {
  return defineTool({
    name: 'explain_code',
    group: 'analysis',
    title: { ru: 'Устройство модуля', en: 'Outline of a module' },
    description:
      'Outline of one 1C (BSL) module: methods with signatures, lines, complexity, who calls whom, regions, queries, and what writes to the database. Use it before you explain or change code.',
    parameters: Type.Object({
      code: Type.Optional(Type.String({ maxLength: 1_000_000, description: 'Text of the module' })),
      file: FileName,
    }),
    async run({ code, file: name }, context) {
      const say = sayIn(context.locale);
      const { text, file } = inputText({ text: code, file: name }, context, /\.(?:bsl|os)$/i);
      const input = { code: text, path: file?.name, ground: await ground(context) };
      const outline = await engine('outlineCode', input, context);
      const { methods, regions, errors, variables, objects = [], unknown_names: unknown } = outline;
      const heavy = methods.toSorted((left, right) => right.complexity - left.complexity);
      const listed = limited(methods, shown, 40_000);
      const exported = methods.filter((method) => method.export).length;
      return {
        data: {
          lines: outline.lines,
          errors: errors
            .slice(0, 20)
            .map(({ message, range }) => ({ line: range.start.line + 1, message: message[context.locale] })),
          regions: limited(regions, 60, 6_000),
          variables: limited(variables, 60, 4_000),
          methods: listed,
          ...(objects.length === 0
            ? {}
            : {
                objects: limited(
                  objects.map((name) => name[context.locale]),
                  100,
                  6_000,
                ),
              }),
          ...unknownNamesData(unknown),
        },
        text: paragraphs(
          say(
            `**Строк: ${outline.lines}, методов: ${methods.length}** (экспортных: ${exported}), переменных модуля: ${variables.length}.`,
            `**${outline.lines} lines, ${methods.length} methods** (${exported} exported), ${variables.length} module variables.`,
          ),
          errors.length === 0
            ? ''
            : say(
                `Синтаксических ошибок: ${errors.length}; первая в строке ${(errors[0]?.range.start.line ?? 0) + 1}: ${errors[0]?.message.ru}.`,
                `${errors.length} syntax errors; the first at line ${(errors[0]?.range.start.line ?? 0) + 1}: ${errors[0]?.message.en}.`,
              ),
          regions.length === 0
            ? ''
            : `${say('Области', 'Regions')}: ${regions
                .slice(0, 20)
                .map(({ name: region, line }) => `${cell(region)} (${line})`)
                .join(', ')}.`,
          objects.length === 0
            ? ''
            : `${say('Объекты конфигурации', 'Objects of the configuration')}: ${objects
                .slice(0, shown)
                .map((name) => inline(name[context.locale]))
                .join(', ')}.`,
          unknownNamesText(say, unknown),
          listed.items.map((method) => detailsOf(say, method)).join('\n'),
          andMore(say, listed.left_out),
          heavy.length < 2
            ? ''
            : table(
                [
                  say('Метод', 'Method'),
                  say('Сложность', 'Complexity'),
                  say('Вложенность', 'Nesting'),
                  say('Строк', 'Lines'),
                ],
                heavy
                  .slice(0, 8)
                  .map((method) => [
                    codeCell(method.name),
                    method.complexity > complex ? `**${method.complexity}**` : method.complexity,
                    method.nesting,
                    method.end_line - method.line + 1,
                  ]),
              ),
        ),
        sources:
          file === undefined
            ? []
            : [
                {
                  kind: 'file',
                  title: file.name,
                  reference: file.name,
                  lines: [1, outline.lines],
                  excerpt: text.slice(0, 200),
                },
              ],
      };
    },
  });
}
