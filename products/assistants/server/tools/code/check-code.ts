import { Type } from 'typebox';
import type { Finding } from '#products/assistants/engines/diagnostics';
import { severities } from '../../../contract/index.ts';
import type { GroundOfCall } from '../ground-of-call.ts';
import { FileName, inputText } from '../input-text.ts';
import { type Artifact, defineTool, type Source, type Tool } from '../tool.ts';
import type { ToolEngine } from '../tool-engines.ts';
import { limited } from '../writing/limited.ts';
import { cell, paragraphs, table } from '../writing/markdown.ts';
import { unknownNamesData, unknownNamesText } from '../writing/unknown-names.ts';
import { andMore, type Say, sayIn } from '../writing/words.ts';

const shown = 40;
const told = 120;

const severityWords: Readonly<Record<Finding['severity'], readonly [ru: string, en: string]>> = {
  blocker: ['блокирующих', 'blocker'],
  critical: ['критических', 'critical'],
  major: ['важных', 'major'],
  minor: ['мелких', 'minor'],
  info: ['к сведению', 'info'],
};
const severityOne: Readonly<Record<Finding['severity'], readonly [ru: string, en: string]>> = {
  blocker: ['блокирующее', 'blocker'],
  critical: ['критическое', 'critical'],
  major: ['важное', 'major'],
  minor: ['мелкое', 'minor'],
  info: ['к сведению', 'info'],
};

function sourcesOf(findings: readonly Finding[], locale: 'ru' | 'en'): readonly Source[] {
  const numbers = new Map<number, Finding>();
  for (const finding of findings)
    for (const number of finding.standards) if (!numbers.has(number)) numbers.set(number, finding);
  return [...numbers].slice(0, 10).map(([number, finding]) => ({
    kind: 'standard',
    title: locale === 'ru' ? `Стандарт разработки № ${number}` : `Development standard ${number}`,
    reference: `https://its.1c.ru/db/v8std/content/${number}/hdoc`,
    excerpt: finding.message[locale],
  }));
}

function summary(say: Say, counts: Readonly<Record<Finding['severity'], number>>): string {
  const parts = severities
    .filter((severity) => counts[severity] > 0)
    .map((severity) => `${say(...severityWords[severity])}: ${counts[severity]}`);
  const total = severities.reduce((sum, severity) => sum + counts[severity], 0);
  return parts.length === 0
    ? say('**Замечаний нет.**', '**No findings.**')
    : `**${say('Замечаний', 'Findings')}: ${total}** (${parts.join(', ')}).`;
}

export function checkCodeTool(engine: ToolEngine, ground: GroundOfCall): Tool {
  return defineTool({
    name: 'check_code',
    group: 'review',
    title: { ru: 'Проверка кода', en: 'Code check' },
    description:
      'Static analysis of one 1C (BSL) module: errors, bad practice, vulnerabilities, queries in strings; with lines, rule keys, development standards and quick fixes; with a project, names its configuration does not have. Use it for review, and on code you wrote before you show it.',
    parameters: Type.Object({
      code: Type.Optional(Type.String({ maxLength: 1_000_000, description: 'Text of the module' })),
      file: FileName,
      path: Type.Optional(
        Type.String({
          maxLength: 500,
          description: 'Path inside the configuration: tells the type of the module',
        }),
      ),
      only: Type.Optional(
        Type.Array(Type.String({ pattern: '^[A-Za-z0-9]{1,80}$' }), {
          maxItems: 100,
          description: 'Run exactly these rules (keys)',
        }),
      ),
      severities: Type.Optional(
        Type.Array(Type.Enum(['blocker', 'critical', 'major', 'minor', 'info']), {
          maxItems: 5,
          description: 'Tell only these',
        }),
      ),
    }),
    async run({ code, file: name, path, only, severities: asked }, context) {
      const { locale } = context;
      const say = sayIn(locale);
      const { text, file } = inputText({ text: code, file: name }, context, /\.(?:bsl|os)$/i);
      const input = {
        code: text,
        path: path ?? file?.name,
        only: only?.length === 0 ? undefined : only,
        severities: asked,
        ground: await ground(context),
      };
      const { report, counts, warnings, unknown } = await engine('checkCode', input, context);
      const worst = report.findings.toSorted(
        (left, right) => severities.indexOf(left.severity) - severities.indexOf(right.severity),
      );
      const data = limited(
        worst.map(({ key, severity, message, range, standards, fix }) => ({
          key,
          severity,
          message: message[locale],
          line: range.start.line + 1,
          column: range.start.character + 1,
          ...(standards.length === 0 ? {} : { standards }),
          fixable: fix !== undefined,
        })),
        told,
      );
      const rows = worst
        .slice(0, shown)
        .map(({ key, severity, message, range }) => [
          range.start.line + 1,
          say(...severityOne[severity]),
          cell(message[locale]),
          key,
        ]);
      const artifacts: Artifact[] = [];
      if (worst.some(({ fix }) => fix !== undefined)) {
        const fixed = await engine('fixCode', input, context);
        if (fixed.diff !== '')
          artifacts.push({
            kind: 'diff',
            title: say(`Быстрые исправления: ${fixed.count}`, `Quick fixes: ${fixed.count}`),
            content: fixed.diff,
          });
      }
      return {
        data: {
          path: report.path,
          counts,
          findings: data.items,
          left_out: data.left_out,
          warnings,
          ...unknownNamesData(unknown),
        },
        text: paragraphs(
          summary(say, counts),
          unknownNamesText(say, unknown),
          rows.length === 0
            ? ''
            : table(
                [
                  say('Строка', 'Line'),
                  say('Важность', 'Severity'),
                  say('Замечание', 'Finding'),
                  say('Правило', 'Rule'),
                ],
                rows,
              ),
          andMore(say, worst.length - rows.length),
          artifacts.length === 0
            ? ''
            : say(
                'Часть замечаний исправляется автоматически: правка приложена.',
                'Some of them have quick fixes: the change is attached.',
              ),
        ),
        sources: sourcesOf(worst, locale),
        artifacts,
      };
    },
  });
}
