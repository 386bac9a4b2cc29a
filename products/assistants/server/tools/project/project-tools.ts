import { Type } from 'typebox';
import { Refusal } from '#base/refusal';
import type { CheckedName } from '#products/assistants/engines/metadata';
import type { RunEngine } from '../../engines/engines.ts';
import type { ProjectAnswers } from '../../projects/answers.ts';
import type { Grounds } from '../../projects/grounds.ts';
import { noObject } from '../../projects/refusals.ts';
import { defineTool, type Source, type Tool, type ToolCallContext } from '../tool.ts';
import { createToolEngine } from '../tool-engines.ts';
import { limited } from '../writing/limited.ts';
import { block, cell, code, codeCell, paragraphs, table } from '../writing/markdown.ts';
import { andMore, sayIn } from '../writing/words.ts';

const Name = Type.String({
  minLength: 1,
  maxLength: 500,
  description:
    'As people write it: Справочник.Контрагенты.ИНН, Catalog.Контрагенты, a bare name or a synonym',
});

interface Projects {
  readonly answers: ProjectAnswers;
  readonly grounds: Grounds;
  readonly run: RunEngine;
}

/** The project the question is about. @throws Refusal `invalid` `assistants.no_project`. */
function projectOf({ projectId }: ToolCallContext): string {
  if (projectId !== undefined) return projectId;
  throw new Refusal(
    'invalid',
    'assistants.no_project',
    'No project is chosen: choose one whose configuration was uploaded.',
  );
}

function findMetadataTool(answers: ProjectAnswers): Tool {
  return defineTool({
    name: 'find_metadata',
    group: 'analysis',
    title: { ru: 'Объект конфигурации', en: 'Object of the configuration' },
    description:
      'Finds an object of the project’s 1C configuration by name or synonym (Russian or English) and answers its attributes with types, tabular sections, values and forms. Use it before naming any object or attribute.',
    parameters: Type.Object({ name: Name }),
    async run({ name }, context) {
      const say = sayIn(context.locale);
      const { matches, suggestions } = await answers.find(context.workspace, projectOf(context), name);
      const [target] = matches;
      if (target === undefined) {
        const text = paragraphs(
          say(`В конфигурации нет ${code(name)}.`, `The configuration has no ${code(name)}.`),
          suggestions.length === 0
            ? ''
            : say('Возможно, имелось в виду: ', 'Perhaps meant: ') + suggestions.map(code).join(', '),
        );
        return { data: { found: false, suggestions }, text };
      }
      const { object } = target;
      const read = await answers.attributes(context.workspace, projectOf(context), object.fullName.en);
      if (!read.ok) throw noObject(name, read.suggestions);
      const fields = limited(
        [
          ...read.attributes.map((field) => ({ section: '', field })),
          ...read.tabularSections.flatMap((section) =>
            section.attributes.map((field) => ({ section: section.name, field })),
          ),
        ],
        150,
      );
      const title = object.fullName[context.locale];
      const synonym = object.synonym[context.locale] ?? Object.values(object.synonym)[0] ?? '';
      const rows = fields.items.map(({ section, field }) => [
        codeCell(section === '' ? field.names[context.locale] : `${section}.${field.names[context.locale]}`),
        cell(field.type[context.locale]),
        cell(field.synonym[context.locale] ?? ''),
      ]);
      const values = limited(read.values, 100);
      const others = matches.slice(1).map((one) => code(one.object.fullName[context.locale]));
      const source: Source = {
        kind: 'metadata',
        title,
        reference: object.file,
        lines: [object.line + 1, object.line + 1],
        excerpt: synonym === '' ? title : `${title} — ${synonym}`,
      };
      return {
        data: {
          found: true,
          name: object.fullName,
          target: target.name,
          synonym: object.synonym,
          extension: object.extension ?? null,
          fields: fields.items.map(({ section, field }) => ({
            section,
            names: field.names,
            part: field.part,
            type: field.type,
          })),
          left_out: fields.left_out,
          values: values.items,
          forms: object.forms.map((form) => form.name),
          others: matches.slice(1).map((one) => one.name),
        },
        text: paragraphs(
          `**${cell(title)}**${synonym === '' ? '' : ` — ${cell(synonym)}`}`,
          rows.length === 0
            ? ''
            : table([say('Реквизит', 'Attribute'), say('Тип', 'Type'), say('Синоним', 'Synonym')], rows),
          andMore(say, fields.left_out),
          values.items.length === 0
            ? ''
            : `${say('Значения', 'Values')}: ${values.items.map(code).join(', ')}`,
          object.forms.length === 0
            ? ''
            : `${say('Формы', 'Forms')}: ${object.forms.map((form) => code(form.name)).join(', ')}`,
          others.length === 0 ? '' : `${say('Так же называются', 'Of the same name')}: ${others.join(', ')}`,
        ),
        sources: [source],
      };
    },
  });
}

const reasonWords: Readonly<Record<string, readonly [ru: string, en: string]>> = {
  type: ['тип реквизита', 'type of an attribute'],
  owner: ['подчинён', 'owned by it'],
  registrator: ['регистратор', 'recorder'],
  handler: ['обработчик', 'handler'],
  source: ['источник', 'source'],
  form: ['форма', 'form'],
  subsystem: ['подсистема', 'subsystem'],
  role: ['права', 'rights'],
  uses: ['код или запрос', 'code or query'],
  reference: ['ссылка в свойстве', 'reference of a property'],
  part: ['часть', 'part'],
  written: ['записывается им', 'written by it'],
};

function impactTool(answers: ProjectAnswers): Tool {
  return defineTool({
    name: 'impact_of',
    group: 'analysis',
    title: { ru: 'Влияние изменения', en: 'Impact of a change' },
    description:
      'What a change of an object or attribute of the project’s configuration reaches: types, code and queries, forms, rights, subscriptions, registers. Use it before proposing a change.',
    parameters: Type.Object({
      name: Name,
      depth: Type.Optional(
        Type.Integer({ minimum: 1, maximum: 5, description: 'How far to follow, 2 by default' }),
      ),
    }),
    async run({ name, depth = 2 }, context) {
      const say = sayIn(context.locale);
      const result = await answers.impact(context.workspace, projectOf(context), name, depth);
      if (!result.ok) throw noObject(name, result.suggestions);
      const shown = limited(result.impacted, 80);
      const why = (kind: string): string => {
        const words = reasonWords[kind];
        return words === undefined ? kind : say(...words);
      };
      const rows = shown.items.map(({ names, depth: far, reasons }) => [
        codeCell(names[context.locale]),
        far,
        cell(
          reasons
            .slice(0, 4)
            .map(({ kind, via, certainty }) =>
              [why(kind), via, certainty === 'possible' ? say('возможно', 'possibly') : '']
                .filter(Boolean)
                .join(', '),
            )
            .join('; '),
        ),
      ]);
      const target = result.names[context.locale];
      return {
        data: {
          target: result.target,
          impacted: shown.items.map((one) => ({
            name: one.name,
            depth: one.depth,
            reasons: one.reasons.slice(0, 5),
          })),
          left_out: shown.left_out,
        },
        text: paragraphs(
          result.impacted.length === 0
            ? say(
                `Изменение ${code(target)} ничего не затрагивает.`,
                `A change of ${code(target)} reaches nothing.`,
              )
            : say(
                `Изменение ${code(target)} затрагивает: ${result.impacted.length}.`,
                `A change of ${code(target)} reaches ${result.impacted.length}.`,
              ),
          rows.length === 0
            ? ''
            : table([say('Что', 'What'), say('Шагов', 'Steps'), say('Почему', 'Why')], rows),
          andMore(say, shown.left_out),
        ),
        sources: [{ kind: 'metadata', title: target, reference: result.target, excerpt: target }],
      };
    },
  });
}

function namesTool({ answers, grounds, run }: Projects): Tool {
  const engine = createToolEngine(run);
  return defineTool({
    name: 'check_names',
    group: 'review',
    title: { ru: 'Проверка имён', en: 'Check of names' },
    description:
      'Which metadata names exist in the project’s configuration. Give a list of names, or a text (prose, BSL code or a query) whose names are to be checked.',
    parameters: Type.Object({
      names: Type.Optional(Type.Array(Name, { minItems: 1, maxItems: 200 })),
      text: Type.Optional(Type.String({ minLength: 1, maxLength: 200_000 })),
    }),
    async run({ names, text }, context) {
      const say = sayIn(context.locale);
      const project = projectOf(context);
      if (names === undefined && text === undefined)
        throw new Refusal('invalid', 'assistants.tool_input', 'Give names or a text.');
      const listed = names === undefined ? [] : await answers.names(context.workspace, project, names);
      const met =
        text === undefined
          ? []
          : await engine(
              'namesInText',
              { text, ground: await grounds.newest(context.workspace, project) },
              context,
            );
      const unknown: readonly (CheckedName & { readonly line?: number })[] = [
        ...listed.filter(({ known }) => !known),
        ...met.map((one) => ({
          name: one.text,
          known: false,
          suggestions: one.suggestions,
          line: one.range.start.line + 1,
        })),
      ];
      const shown = limited(unknown, 100);
      const rows = shown.items.map(({ name, line, suggestions }) => [
        codeCell(name),
        line ?? '',
        suggestions.slice(0, 3).map(codeCell).join(', '),
      ]);
      return {
        data: {
          checked: listed.length,
          unknown: shown.items.map(({ name, suggestions, line }) => ({
            name,
            suggestions,
            line: line ?? null,
          })),
          left_out: shown.left_out,
        },
        text: paragraphs(
          unknown.length === 0
            ? say('Все имена есть в конфигурации.', 'The configuration has all the names.')
            : say(
                `В конфигурации нет имён: ${unknown.length}.`,
                `The configuration lacks ${unknown.length} names.`,
              ),
          rows.length === 0
            ? ''
            : table(
                [say('Имя', 'Name'), say('Строка', 'Line'), say('Возможно, имелось в виду', 'Perhaps meant')],
                rows,
              ),
          andMore(say, shown.left_out),
        ),
      };
    },
  });
}

function codeTool(answers: ProjectAnswers): Tool {
  return defineTool({
    name: 'find_in_code',
    group: 'analysis',
    title: { ru: 'Поиск в коде', en: 'Search in code' },
    description:
      'Procedures and functions of the project’s code by words, names of methods, objects or platform functions (Russian or English), with their source and lines. Use it to see how something is done here already.',
    parameters: Type.Object({
      query: Type.String({ minLength: 1, maxLength: 500 }),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 20, description: '5 by default' })),
    }),
    async run({ query, limit = 5 }, context) {
      const say = sayIn(context.locale);
      const found = await answers.code(context.workspace, projectOf(context), query, limit);
      const shown = found.map((method) => ({ ...method, text: method.text.slice(0, 2_500).toWellFormed() }));
      return {
        data: shown.map(({ path, name, signature, description, firstLine, lastLine, text }) => ({
          path,
          name,
          signature,
          description: description.slice(0, 500),
          lines: [firstLine, lastLine],
          text,
        })),
        text: paragraphs(
          shown.length === 0
            ? say('В коде проекта ничего не нашлось.', 'Nothing was found in the code of the project.')
            : '',
          ...shown.flatMap(({ path, signature, firstLine, lastLine, text }) => [
            `**${code(signature)}** — ${code(path)}, ${say('строки', 'lines')} ${firstLine}–${lastLine}`,
            block('bsl', text.split('\n').slice(0, 25).join('\n')),
          ]),
        ),
        sources: shown.map(
          ({ path, name, firstLine, lastLine, text }): Source => ({
            kind: 'code',
            title: name,
            reference: path,
            lines: [firstLine, lastLine],
            excerpt: text.slice(0, 600).toWellFormed(),
          }),
        ),
      };
    },
  });
}

/** Questions about the project of a conversation. */
export function projectTools(projects: Projects): readonly Tool[] {
  const { answers } = projects;
  return [findMetadataTool(answers), impactTool(answers), namesTool(projects), codeTool(answers)];
}
