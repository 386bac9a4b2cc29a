import { Type } from 'typebox';
import { FileName, inputText } from '../input-text.ts';
import { type Artifact, defineTool, type Tool } from '../tool.ts';
import type { ToolEngine } from '../tool-engines.ts';
import { cutText } from '../writing/limited.ts';
import { block, cell, paragraphs } from '../writing/markdown.ts';
import { sayIn } from '../writing/words.ts';

const kinds = ['bpmn', 'sequence', 'state', 'c4', 'er', 'class', 'flowchart', 'gantt'] as const;

const names: Readonly<Record<(typeof kinds)[number], readonly [ru: string, en: string]>> = {
  bpmn: ['Процесс (BPMN)', 'Process (BPMN)'],
  sequence: ['Диаграмма последовательности', 'Sequence diagram'],
  state: ['Диаграмма состояний', 'State diagram'],
  c4: ['Контекст (C4)', 'Context (C4)'],
  er: ['Модель данных (ER)', 'Data model (ER)'],
  class: ['Диаграмма классов', 'Class diagram'],
  flowchart: ['Блок-схема', 'Flowchart'],
  gantt: ['Диаграмма Ганта', 'Gantt chart'],
};

/** Beyond it a diagram is shown as an attachment only. */
const longestInline = 6_000;

export function drawDiagramTool(engine: ToolEngine): Tool {
  return defineTool({
    name: 'draw_diagram',
    group: 'analysis',
    title: { ru: 'Диаграмма', en: 'Diagram' },
    description:
      'Draws a diagram: of a text (numbered steps of a process → bpmn or flowchart; lines "A -> B: message" → sequence; states → state; requirement sentences → c4 or er) or of a JSON model of any kind. Answers Mermaid, PlantUML and, for processes, BPMN 2.0 XML with layout.',
    parameters: Type.Object({
      kind: Type.Optional(Type.Enum([...kinds], { description: 'Told by the text itself when left out' })),
      text: Type.Optional(Type.String({ maxLength: 200_000, description: 'What to draw, in words' })),
      model: Type.Optional(
        Type.Record(Type.String(), Type.Unknown(), {
          description: 'Instead of a text: a model; its field "kind" names the kind of diagram',
        }),
      ),
      file: FileName,
    }),
    async run({ kind, text, model, file }, context) {
      const { locale } = context;
      const say = sayIn(locale);
      const given =
        model === undefined
          ? { kind, text: inputText({ text, file }, context, /\.(?:md|txt|docx|pdf)$/i).text }
          : { kind, model };
      const drawn = await engine('drawDiagram', given, context);
      const title = say(...names[drawn.kind]);
      const artifacts: Artifact[] = [
        { kind: 'mermaid', title, content: drawn.mermaid },
        { kind: 'plantuml', title: `${title}, PlantUML`, content: drawn.plantuml },
        ...(drawn.bpmn === null
          ? []
          : [{ kind: 'bpmn' as const, title: `${title}, BPMN`, content: drawn.bpmn }]),
      ];
      return {
        data: {
          kind: drawn.kind,
          mermaid: cutText(drawn.mermaid, 30_000),
          notes: drawn.notes
            .slice(0, 40)
            .map(({ severity, message, at }) => ({ severity, message: message[locale], at })),
        },
        text: paragraphs(
          `**${title}**`,
          drawn.mermaid.length > longestInline ? '' : block('mermaid', drawn.mermaid),
          drawn.notes
            .slice(0, 12)
            .map(({ message, at }) => `- ${at === null ? '' : `${cell(at)}: `}${cell(message[locale])}`)
            .join('\n'),
          drawn.bpmn === null
            ? ''
            : say(
                'Приложен файл BPMN 2.0 с раскладкой и текст PlantUML.',
                'A BPMN 2.0 file with layout and a PlantUML text are attached.',
              ),
        ),
        artifacts,
      };
    },
  });
}
