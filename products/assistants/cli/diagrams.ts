import { readFile } from 'node:fs/promises';
import type { ToolCommand, ToolInput } from '#platform/server/modules';
import {
  c4FromText,
  type Diagram,
  type DiagramFinding,
  fromBpmn,
  lintBpmn,
  lintMermaid,
  type Outcome,
  processFromText,
  readDiagram,
  sequenceFromText,
  stateFromText,
  toBpmn,
  toMermaid,
  toPlantUml,
} from '#products/assistants/engines/diagrams';

const sizeLimit = 20_000_000;
const badInput = 2;

/** A reason to stop with exit code 2. */
class InputFault extends Error {}

async function textOf(input: ToolInput): Promise<string> {
  const path = input.args[0] ?? '';
  const bytes = await (path === '-' ? input.readInput() : readFile(path)).catch((error: unknown) => {
    throw new InputFault(`${path}: ${error instanceof Error ? error.message : 'cannot be read'}`);
  });
  if (bytes.length > sizeLimit) throw new InputFault(`${path}: larger than 20 MB.`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new InputFault(`${path}: not a UTF-8 text.`);
  }
}

function made<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  const { code, message, at } = outcome.fault;
  throw new InputFault(`${code}${at === undefined ? '' : ` (${at})`}: ${message.ru} / ${message.en}`);
}

const findingLine = ({ severity, rule, at, message }: DiagramFinding) =>
  `${severity} ${rule}${at === undefined ? '' : ` [${at}]`}: ${message.ru} / ${message.en}`;

/** The text of a diagram in the notation asked for, with what the writer has to say about it. */
async function written(diagram: Diagram, notation: string | boolean | undefined) {
  if (notation === 'mermaid') return { text: made(toMermaid(diagram)), warnings: [] };
  if (notation === 'plantuml') return { text: made(toPlantUml(diagram)), warnings: [] };
  if (notation !== 'bpmn') throw new InputFault(`Unknown notation "${notation}": mermaid, plantuml or bpmn.`);
  if (diagram.kind !== 'bpmn') throw new InputFault(`A diagram of kind ${diagram.kind} cannot be BPMN.`);
  const { xml, warnings } = made(await toBpmn(diagram));
  return { text: xml, warnings };
}

async function show(
  input: ToolInput,
  diagram: Diagram,
  notation: string | boolean | undefined,
  notes: readonly DiagramFinding[] = [],
): Promise<number> {
  const { text, warnings } = await written(diagram, notation);
  const said = [...notes, ...warnings];
  if (input.options['format'] === 'json')
    input.print(JSON.stringify({ notation, text, warnings: said, model: diagram }, null, 2));
  else {
    input.write(text.endsWith('\n') ? text : `${text}\n`);
    for (const item of said) input.warn(findingLine(item));
  }
  return 0;
}

function modelFromText(
  text: string,
  kind: string | boolean | undefined,
): { model: Diagram; notes?: readonly DiagramFinding[] } {
  switch (kind) {
    case 'bpmn':
      return made(processFromText(text));
    case 'sequence':
      return { model: made(sequenceFromText(text)) };
    case 'state':
      return { model: made(stateFromText(text)) };
    case 'c4':
      return { model: made(c4FromText(text)) };
    default:
      throw new InputFault(`Unknown kind "${kind}": bpmn, sequence, state or c4.`);
  }
}

async function lint(input: ToolInput): Promise<number> {
  const text = await textOf(input);
  const isXml = /^\uFEFF?\s*</.test(text);
  const { findings, kind = undefined } = isXml
    ? { findings: made(await lintBpmn(text)), kind: 'bpmn' }
    : lintMermaid(text);
  if (input.options['format'] === 'json') input.print(JSON.stringify({ kind, findings }, null, 2));
  else for (const item of findings) input.print(findingLine(item));
  return findings.some((item) => item.severity === 'error') ? 1 : 0;
}

/** Bad input ends with code 2 and one line on standard error. */
const guarded = (run: (input: ToolInput) => Promise<number>) => async (input: ToolInput) => {
  try {
    return await run(input);
  } catch (error) {
    if (!(error instanceof InputFault)) throw error;
    input.warn(error.message);
    return badInput;
  }
};

const format = { flags: '--format <format>', description: 'text or json', default: 'text' };

export const diagramsTools: readonly ToolCommand[] = [
  {
    path: 'diagram from-text',
    summary: 'A diagram of a text: steps of a process, messages, states, requirements',
    args: ['<file>'],
    options: [
      { flags: '--kind <kind>', description: 'bpmn, sequence, state or c4', default: 'bpmn' },
      {
        flags: '--notation <notation>',
        description: 'mermaid, plantuml, or bpmn (for the kind bpmn)',
        default: 'mermaid',
      },
      format,
    ],
    run: guarded(async (input) => {
      const { model, notes } = modelFromText(await textOf(input), input.options['kind']);
      return show(input, model, input.options['notation'], notes);
    }),
  },
  {
    path: 'diagram from-json',
    summary: 'A diagram of a model in JSON (its field "kind" names the kind)',
    args: ['<file>'],
    options: [
      {
        flags: '--notation <notation>',
        description: 'mermaid, plantuml, or bpmn (for the kind bpmn)',
        default: 'mermaid',
      },
      format,
    ],
    run: guarded(async (input) => {
      const text = await textOf(input);
      let value: unknown;
      try {
        value = JSON.parse(text);
      } catch (error) {
        throw new InputFault(`Not JSON: ${error instanceof Error ? error.message : ''}`);
      }
      return show(input, made(readDiagram(value)), input.options['notation']);
    }),
  },
  {
    path: 'diagram from-bpmn',
    summary: 'A BPMN 2.0 file in another notation, or checked and drawn anew',
    args: ['<file>'],
    options: [
      { flags: '--notation <notation>', description: 'mermaid, plantuml or bpmn', default: 'mermaid' },
      format,
    ],
    run: guarded(async (input) => {
      const { model, notes } = made(await fromBpmn(await textOf(input)));
      return show(input, model, input.options['notation'], notes);
    }),
  },
  {
    path: 'diagram lint',
    summary: 'Faults of a Mermaid text or a BPMN 2.0 file',
    args: ['<file>'],
    options: [format],
    run: guarded(lint),
  },
];
