import { Type } from 'typebox';
import type { RequirementsAnalysis } from '../../../contract/index.ts';
import { FileName, inputText } from '../input-text.ts';
import { defineTool, type Source, type Tool, type ToolCallContext } from '../tool.ts';
import type { ToolEngine } from '../tool-engines.ts';
import { limited } from '../writing/limited.ts';
import { cell, code, paragraphs, table } from '../writing/markdown.ts';
import { andMore, percent, type Say, sayIn } from '../writing/words.ts';

type Requirement = RequirementsAnalysis['requirements'][number];

const parameters = Type.Object({
  text: Type.Optional(
    Type.String({
      maxLength: 1_000_000,
      description: 'Requirements in Russian or English, as they were written',
    }),
  ),
  file: FileName,
});

const documents = /\.(?:docx|pdf|xlsx|md|html?|txt)$/i;
const shown = 30;

const types: Readonly<Record<string, readonly [ru: string, en: string]>> = {
  functional: ['функциональное', 'functional'],
  'non-functional': ['нефункциональное', 'non-functional'],
  constraint: ['ограничение', 'constraint'],
  'business-rule': ['бизнес-правило', 'business rule'],
  'not-a-requirement': ['не требование', 'not a requirement'],
};

/** The analysis of the text of the call, or of an attached file read as the document it is. */
async function analysed(
  engine: ToolEngine,
  given: { readonly text: string | undefined; readonly file: string | undefined },
  context: ToolCallContext,
): Promise<{ readonly analysis: RequirementsAnalysis; readonly name: string | undefined }> {
  const { text, file } = inputText(given, context, documents);
  if (file === undefined)
    return { analysis: await engine('analyzeRequirements', { text }, context), name: undefined };
  if (file.bytes.length === 0)
    return { analysis: await engine('analyzeRequirements', { text }, context), name: file.name };
  // A copy: the bytes go to another thread, and the file is used again.
  const bytes = new Uint8Array(file.bytes);
  return { analysis: await engine('analyzeDocument', { bytes, name: file.name }, context), name: file.name };
}

function placeOf(say: Say, { source: { page, line } }: Requirement): string {
  if (page !== null) return `${say('с.', 'p.')} ${page}`;
  return line === null ? '' : `${say('стр.', 'l.')} ${line}`;
}

function sourcesOf(name: string | undefined, requirements: readonly Requirement[]): readonly Source[] {
  if (name === undefined) return [];
  return requirements.slice(0, 10).map(({ text, source: { page, line } }) => ({
    kind: 'file',
    title: name,
    reference: name,
    ...(page === null ? {} : { page }),
    ...(line === null ? {} : { lines: [line, line] as const }),
    excerpt: text.slice(0, 300),
  }));
}

function setLines(say: Say, locale: 'ru' | 'en', analysis: RequirementsAnalysis): readonly string[] {
  const { duplicates, conflicts, variants, sections } = analysis;
  return [
    ...conflicts
      .slice(0, 10)
      .map(
        ({ ids, message }) =>
          `- **${say('Противоречие', 'Conflict')}** ${ids.map(code).join(', ')}: ${message[locale]}`,
      ),
    ...duplicates
      .slice(0, 10)
      .map(
        ({ ids, similarity }) =>
          `- ${say('Повтор', 'Duplicate')} ${ids.map(code).join(', ')} (${percent(similarity, locale)})`,
      ),
    ...variants
      .slice(0, 10)
      .map(
        ({ used }) =>
          `- ${say('Разные слова об одном', 'Different words for one thing')}: ${used.map(({ term, ids }) => `${cell(term)} (${ids.length})`).join(', ')}`,
      ),
    ...sections.map(({ standard, completeness, sections: states }) => {
      const lacking = states
        .filter(({ state }) => state !== 'present')
        .map(({ number, title }) => `${number} ${title}`);
      return `- ${say('ГОСТ', 'GOST')} ${standard}: ${say('полнота', 'completeness')} ${percent(completeness, locale)}${lacking.length === 0 ? '' : `; ${say('нет', 'missing')}: ${lacking.slice(0, 12).join('; ')}`}`;
    }),
  ];
}

function analyzeTool(engine: ToolEngine): Tool {
  return defineTool({
    name: 'analyze_requirements',
    group: 'analysis',
    title: { ru: 'Анализ требований', en: 'Requirements analysis' },
    description:
      'Splits a text or document into requirements; tells the type of each (functional, non-functional by ISO 25010, constraint, rule), breaches of good wording with hints, a score, duplicates, conflicts, one thing under several names, and sections a specification lacks.',
    parameters,
    async run({ text, file }, context) {
      const { locale } = context;
      const say = sayIn(locale);
      const { analysis, name } = await analysed(engine, { text, file }, context);
      const real = analysis.requirements.filter(({ type }) => type !== 'not-a-requirement');
      const { summary } = analysis;
      const weak = real.filter(({ findings }) => findings.length > 0);
      const told = limited(
        real.map((one) => ({
          id: one.id,
          text: one.text.slice(0, 400),
          type: one.type,
          characteristic: one.characteristic,
          score: one.score,
          findings: one.findings.map(({ key, severity, message }) => ({
            key,
            severity,
            message: message[locale],
          })),
          line: one.source.line,
          page: one.source.page,
        })),
        120,
        36_000,
      );
      const set = setLines(say, locale, analysis);
      return {
        data: {
          summary,
          requirements: told,
          conflicts: analysis.conflicts.slice(0, 40),
          duplicates: analysis.duplicates.slice(0, 40),
          objects: analysis.objects.slice(0, 30).map(({ kind, name: object }) => `${kind}.${object}`),
        },
        text: paragraphs(
          real.length === 0
            ? say(
                '**Требований в тексте нет.** Требование говорит, что система должна делать или какой быть.',
                '**There are no requirements in the text.** A requirement says what a system must do or be.',
              )
            : say(
                `**Требований: ${real.length}, оценка ${summary.score} из 100, замечаний: ${summary.findings}.**`,
                `**${real.length} requirements, score ${summary.score} of 100, ${summary.findings} findings.**`,
              ),
          real.length === 0
            ? ''
            : table(
                [
                  say('Код', 'Id'),
                  say('Требование', 'Requirement'),
                  say('Вид', 'Type'),
                  say('Оценка', 'Score'),
                  say('Где', 'Where'),
                ],
                real
                  .slice(0, shown)
                  .map((one) => [
                    cell(one.id),
                    cell(one.text),
                    `${say(...(types[one.type] ?? ['', '']))}${one.characteristic === null ? '' : `: ${one.characteristic}`}`,
                    one.score,
                    placeOf(say, one),
                  ]),
              ),
          andMore(say, Math.max(0, real.length - shown)),
          weak.length === 0 ? '' : `${say('Что поправить', 'What to mend')}:`,
          weak
            .slice(0, shown)
            .map(
              ({ id, findings }) =>
                `- ${code(id)}: ${findings
                  .slice(0, 4)
                  .map(({ message, hint }) => `${message[locale]} ${hint[locale]}`)
                  .join(' ')}`,
            )
            .join('\n'),
          andMore(say, Math.max(0, weak.length - shown)),
          set.join('\n'),
        ),
        sources: sourcesOf(name, weak.length > 0 ? weak : real),
        artifacts:
          real.length === 0
            ? []
            : [
                {
                  kind: 'table',
                  title: say('Требования', 'Requirements'),
                  content: JSON.stringify({
                    columns: [
                      say('Код', 'Id'),
                      say('Требование', 'Requirement'),
                      say('Вид', 'Type'),
                      say('Оценка', 'Score'),
                    ],
                    rows: real
                      .slice(0, 500)
                      .map(({ id, text: words, type, score }) => [
                        id,
                        words,
                        say(...(types[type] ?? ['', ''])),
                        score,
                      ]),
                  }),
                },
              ],
      };
    },
  });
}

function suggestTool(engine: ToolEngine): Tool {
  return defineTool({
    name: 'suggest_objects',
    group: 'analysis',
    title: { ru: 'Объекты по требованиям', en: 'Objects for requirements' },
    description:
      'Suggests objects of a 1C configuration (catalogs, documents, registers, enumerations, roles…) that the requirements speak of, with attributes, values and the sentences that say so. Check each with find_metadata before you propose a new one.',
    parameters,
    async run({ text, file }, context) {
      const say = sayIn(context.locale);
      const { analysis, name } = await analysed(engine, { text, file }, context);
      const { objects } = analysis;
      const told = limited(
        objects.map(({ reasons, ...object }) => ({
          ...object,
          reasons: reasons.slice(0, 3).map(({ requirement, words }) => ({ requirement, words })),
        })),
        80,
        40_000,
      );
      return {
        data: told,
        text: paragraphs(
          objects.length === 0
            ? say(
                '**Объектов 1С в тексте не видно.** Назовите, что система хранит и оформляет: документы, справочники, отчёты.',
                '**The text names no objects of 1C.** Say what the system keeps and issues; the words are looked for in Russian.',
              )
            : say(`**Объектов: ${objects.length}.**`, `**${objects.length} objects.**`),
          objects.length === 0
            ? ''
            : table(
                [
                  say('Объект', 'Object'),
                  say('Реквизиты и значения', 'Attributes and values'),
                  say('Почему', 'Why'),
                ],
                objects.slice(0, shown).map(({ kind, name: object, attributes, values, reasons }) => [
                  `${kind}.${cell(object)}`,
                  cell(
                    [
                      ...attributes.map((attribute) => `${attribute.name}: ${attribute.type}`),
                      ...values,
                    ].join(', '),
                  ),
                  cell(
                    reasons
                      .slice(0, 3)
                      .map(({ requirement, words }) => `${requirement}: «${words}»`)
                      .join('; '),
                  ),
                ]),
              ),
          andMore(say, Math.max(0, objects.length - shown)),
        ),
        sources: sourcesOf(
          name,
          analysis.requirements.filter(({ id }) =>
            objects.some(({ reasons }) => reasons.some(({ requirement }) => requirement === id)),
          ),
        ),
      };
    },
  });
}

/** Tools about requirements. */
export function requirementsTools(engine: ToolEngine): readonly Tool[] {
  return [analyzeTool(engine), suggestTool(engine)];
}
