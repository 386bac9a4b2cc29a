import { Type } from 'typebox';
import { FileName, inputText } from '../input-text.ts';
import { defineTool, type Tool } from '../tool.ts';
import type { ToolEngine } from '../tool-engines.ts';
import { limited } from '../writing/limited.ts';
import { cell, paragraphs, table } from '../writing/markdown.ts';
import { andMore, number, sayIn } from '../writing/words.ts';

const shown = 30;
const mostLines = 12;

export function coverageTool(engine: ToolEngine): Tool {
  return defineTool({
    name: 'coverage_report',
    group: 'review',
    title: { ru: 'Покрытие тестами', en: 'Test coverage' },
    description:
      'Reads a coverage report (SonarQube generic XML as Coverage41C writes it, or lcov) and tells shares of covered lines, the least covered modules with the lines nobody ran, and whether a gate is missed; with a unified diff also of the change.',
    parameters: Type.Object({
      report: Type.Optional(
        Type.String({ maxLength: 1_000_000, description: 'Generic coverage XML or lcov' }),
      ),
      file: FileName,
      diff: Type.Optional(Type.String({ maxLength: 1_000_000, description: 'Unified diff of a change' })),
      least_percent: Type.Optional(
        Type.Number({ minimum: 0, maximum: 100, description: 'Gate for the whole' }),
      ),
    }),
    async run({ report, file, diff, least_percent: least }, context) {
      const { locale } = context;
      const say = sayIn(locale);
      const { text } = inputText({ text: report, file }, context, /\.(?:xml|lcov|info|txt)$/i);
      const gate = least === undefined ? undefined : { total: least };
      const {
        total,
        files,
        groups,
        changed,
        changed_uncovered: open,
        gate_faults: faults,
      } = await engine('reportCoverage', { reports: [text], diff, gate }, context);
      const share = (value: number): string => `${number(value, locale)} %`;
      const lines = (numbers: readonly number[]): string =>
        numbers.slice(0, mostLines).join(', ') + (numbers.length > mostLines ? ` … (${numbers.length})` : '');
      return {
        data: {
          total,
          changed,
          files: limited(
            files.map(({ uncovered, ...each }) => ({ ...each, uncovered: uncovered.slice(0, 60) })),
            120,
            36_000,
          ),
          groups: limited(groups, 60, 6_000),
          changed_uncovered: limited(open, 120, 6_000),
          gate_faults: faults.slice(0, 40),
        },
        text: paragraphs(
          say(
            `**Покрыто ${share(total.percent)}** (${total.covered} из ${total.coverable} строк), модулей: ${files.length}.`,
            `**${share(total.percent)} covered** (${total.covered} of ${total.coverable} lines), ${files.length} modules.`,
          ),
          changed === null
            ? ''
            : say(
                `Изменённые строки: ${share(changed.percent)} (${changed.covered} из ${changed.coverable}).`,
                `Changed lines: ${share(changed.percent)} (${changed.covered} of ${changed.coverable}).`,
              ),
          faults.length === 0 && least !== undefined
            ? say(`Порог ${share(least)} выдержан.`, `The gate of ${share(least)} is met.`)
            : '',
          ...faults
            .slice(0, 5)
            .map(({ what, path, percent, least: asked }) =>
              say(
                `**Порог не выдержан** (${cell(path ?? what)}): ${share(percent)} вместо ${share(asked)}.`,
                `**A gate is missed** (${cell(path ?? what)}): ${share(percent)} instead of ${share(asked)}.`,
              ),
            ),
          files.length === 0
            ? ''
            : table(
                [
                  say('Модуль', 'Module'),
                  say('Покрыто', 'Covered'),
                  say('Не выполнены строки', 'Lines nobody ran'),
                ],
                files
                  .slice(0, shown)
                  .map(({ path, percent, uncovered }) => [cell(path), share(percent), lines(uncovered)]),
              ),
          andMore(say, Math.max(0, files.length - shown)),
        ),
        artifacts: [
          {
            kind: 'table',
            title: say('Покрытие по модулям', 'Coverage by module'),
            content: JSON.stringify({
              columns: [say('Модуль', 'Module'), say('Покрыто, %', 'Covered, %'), say('Строк', 'Lines')],
              rows: files
                .slice(0, 1_000)
                .map(({ path, percent, coverable }) => [path, Math.round(percent * 10) / 10, coverable]),
            }),
          },
        ],
      };
    },
  });
}
