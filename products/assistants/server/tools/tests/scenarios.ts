import { Type } from 'typebox';
import type { ScenarioFinding } from '../../../contract/index.ts';
import { FileName, inputText } from '../input-text.ts';
import { defineTool, type Tool } from '../tool.ts';
import type { ToolEngine } from '../tool-engines.ts';
import { cutText, limited } from '../writing/limited.ts';
import { block, cell, code, paragraphs } from '../writing/markdown.ts';
import { andMore, type Locale, type Say, sayIn } from '../writing/words.ts';

const shown = 30;

const dataOf =
  (locale: Locale) =>
  ({ rule, severity, message, line, suggestion }: ScenarioFinding) => ({
    rule,
    severity,
    line,
    message: message[locale],
    suggestion,
  });

function lineOf(say: Say, locale: Locale, { line, message }: ScenarioFinding): string {
  return `- ${say('строка', 'line')} ${line}: ${cell(message[locale])}`;
}

export function writeScenarioTool(engine: ToolEngine): Tool {
  return defineTool({
    name: 'write_scenario',
    group: 'development',
    title: { ru: 'Сценарий Vanessa', en: 'Vanessa scenario' },
    description:
      'Writes a Gherkin scenario for Vanessa Automation out of Russian sentences about what a user does and sees, in steps of its library; sentences no step says are left as marked free steps and told.',
    parameters: Type.Object({
      text: Type.Optional(Type.String({ maxLength: 50_000, description: 'What the user does, in Russian' })),
      title: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
      file: FileName,
    }),
    async run({ text: given, title, file }, context) {
      const say = sayIn(context.locale);
      const { text } = inputText({ text: given, file }, context, /\.(?:txt|md|docx)$/i);
      const made = await engine('writeScenario', { text: text.slice(0, 50_000), name: title }, context);
      return {
        data: {
          feature: cutText(made.feature, 36_000),
          free_steps: limited(made.free_steps, 60, 8_000),
          findings: limited(made.findings.map(dataOf(context.locale)), 60, 8_000),
        },
        text: paragraphs(
          made.feature.length > 10_000 ? '' : block('gherkin', made.feature),
          made.free_steps.length === 0
            ? say(
                'Все шаги есть в библиотеке Vanessa Automation.',
                'Every step is one of the Vanessa Automation library.',
              )
            : `**${say('Для этих слов шага в библиотеке нет', 'The library has no step for these words')}**:\n${made.free_steps
                .slice(0, shown)
                .map(({ line, text: words }) => `- ${say('строка', 'line')} ${line}: ${code(words)}`)
                .join('\n')}`,
          andMore(say, Math.max(0, made.free_steps.length - shown)),
        ),
        artifacts: [{ kind: 'gherkin', title: say('Сценарий', 'Scenario'), content: made.feature }],
      };
    },
  });
}

export function checkScenarioTool(engine: ToolEngine): Tool {
  return defineTool({
    name: 'check_scenario',
    group: 'review',
    title: { ru: 'Проверка сценария', en: 'Scenario check' },
    description:
      'Checks a Gherkin feature file for Vanessa Automation: syntax, steps the library does not have (with the nearest one), duplicate scenarios, variables nobody reads.',
    parameters: Type.Object({
      feature: Type.Optional(Type.String({ maxLength: 500_000, description: 'Text of the feature file' })),
      file: FileName,
    }),
    async run({ feature, file: name }, context) {
      const { locale } = context;
      const say = sayIn(locale);
      const { text } = inputText({ text: feature, file: name }, context, /\.feature$/i);
      const { findings } = await engine('checkScenario', { text }, context);
      const grave = findings.filter(({ severity }) => severity === 'error').length;
      return {
        data: { findings: limited(findings.map(dataOf(locale)), 150) },
        text: paragraphs(
          findings.length === 0
            ? say('**Замечаний нет.**', '**No findings.**')
            : say(
                `**Замечаний: ${findings.length}**, из них ошибок: ${grave}.`,
                `**${findings.length} findings**, ${grave} errors.`,
              ),
          findings
            .slice(0, shown)
            .map((found) => lineOf(say, locale, found))
            .join('\n'),
          andMore(say, Math.max(0, findings.length - shown)),
        ),
      };
    },
  });
}
