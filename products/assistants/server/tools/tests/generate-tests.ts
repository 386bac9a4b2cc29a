import { Type } from 'typebox';
import { FileName, inputText } from '../input-text.ts';
import { defineTool, type Tool } from '../tool.ts';
import type { ToolEngine } from '../tool-engines.ts';
import { cutText, limited } from '../writing/limited.ts';
import { block, cell, code as inline, paragraphs, table } from '../writing/markdown.ts';
import { andMore, sayIn } from '../writing/words.ts';

const shown = 30;

export function generateTestsTool(engine: ToolEngine): Tool {
  return defineTool({
    name: 'generate_tests',
    group: 'development',
    title: { ru: 'Тесты YAxUnit', en: 'YAxUnit tests' },
    description:
      'Writes a YAxUnit test module for the exported methods of a 1C module: a case for each branch, boundary, loop and exception, with expected values where they can be computed and marked places where a person must write them.',
    parameters: Type.Object({
      code: Type.Optional(
        Type.String({ maxLength: 1_000_000, description: 'Text of the module under test' }),
      ),
      file: FileName,
      path: Type.Optional(
        Type.String({
          maxLength: 500,
          description: 'Path inside the configuration: tells the type and name',
        }),
      ),
      module_name: Type.Optional(
        Type.String({
          pattern: '^[\\p{L}_][\\p{L}\\p{N}_]{0,79}$',
          description: 'Name of the common module, or of the object',
        }),
      ),
    }),
    async run({ code, file: name, path, module_name: moduleName }, context) {
      const { locale } = context;
      const say = sayIn(locale);
      const { text, file } = inputText({ text: code, file: name }, context, /\.(?:bsl|os)$/i);
      const input = { code: text, path: path ?? file?.name, module_name: moduleName };
      const made = await engine('generateTests', input, context);
      const open = made.code.split('ОЖИДАНИЕ').length - 1;
      return {
        data: {
          module_name: made.module_name,
          cases: limited(
            made.cases.map(({ method, why, lines }) => ({ method, why: why[locale], lines })),
            120,
            16_000,
          ),
          left_out: limited(
            made.left_out.map(({ method, reason }) => ({ method, reason: reason[locale] })),
            60,
            6_000,
          ),
          code: cutText(made.code, 36_000),
        },
        text: paragraphs(
          say(
            `**Модуль ${inline(made.module_name)}: случаев ${made.cases.length}**, мест, где ожидание впишет человек: ${open}.`,
            `**Module ${inline(made.module_name)}: ${made.cases.length} cases**, ${open} places where a person writes the expectation.`,
          ),
          table(
            [say('Метод', 'Method'), say('Зачем', 'Why'), say('Строки', 'Lines')],
            made.cases
              .slice(0, shown)
              .map(({ method, why, lines }) => [
                cell(method),
                cell(why[locale]),
                cell(lines.slice(0, 12).join(', ')),
              ]),
          ),
          andMore(say, Math.max(0, made.cases.length - shown)),
          made.left_out.length === 0
            ? ''
            : `${say('Без тестов', 'Without tests')}:\n${made.left_out
                .slice(0, 12)
                .map(({ method, reason }) => `- ${inline(method)}: ${reason[locale]}`)
                .join('\n')}`,
          made.code.length > 8_000 ? '' : block('bsl', made.code),
        ),
        artifacts: [{ kind: 'bsl', title: made.module_name, content: made.code }],
      };
    },
  });
}
