import type { Static } from 'typebox';
import { Refusal } from '#base/refusal';
import {
  c4FromText,
  type Diagram,
  type DiagramFinding,
  erFromObjects,
  flowchartOfProcess,
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
import { analyseRequirements, suggestObjects } from '#products/assistants/engines/requirements';
import type * as contract from '../../../contract/index.ts';
import type { Task } from './task.ts';

type Kind = Static<typeof contract.DiagramKindName>;
type Drawn = Static<typeof contract.DrawnDiagram>;

export interface DrawInput {
  readonly kind?: Kind | undefined;
  readonly text?: string | undefined;
  readonly model?: unknown;
  readonly bpmn?: string | undefined;
}

interface Made {
  readonly model: Diagram;
  readonly notes: readonly DiagramFinding[];
}

function valueIn<Value>(outcome: Outcome<Value>): Value {
  if (outcome.ok) return outcome.value;
  const { code, message, at } = outcome.fault;
  throw new Refusal('invalid', 'assistants.diagram_refused', message.en, {
    reason: code,
    explanation: message,
    ...(at === undefined ? {} : { at }),
  });
}

function erOf(text: string): Outcome<Diagram> {
  const objects = suggestObjects(analyseRequirements(text).requirements);
  return erFromObjects(
    objects.map(({ kind, name, attributes }) => ({
      kind,
      name,
      attributes: attributes.map((attribute) => ({ name: attribute.name, types: [attribute.type] })),
    })),
  );
}

const bare = (model: Diagram): Made => ({ model, notes: [] });

function ofText(text: string, kind: Kind): Made {
  switch (kind) {
    case 'bpmn':
      return valueIn(processFromText(text));
    case 'flowchart': {
      const { model, notes } = valueIn(processFromText(text));
      return { model: flowchartOfProcess(model), notes };
    }
    case 'sequence':
      return bare(valueIn(sequenceFromText(text)));
    case 'state':
      return bare(valueIn(stateFromText(text)));
    case 'c4':
      return bare(valueIn(c4FromText(text)));
    case 'er':
      return bare(valueIn(erOf(text)));
    default:
      throw new Refusal('invalid', 'assistants.diagram_refused', `A ${kind} diagram needs a model.`, {
        reason: 'needs_model',
        explanation: {
          ru: `Диаграмма вида ${kind} строится по модели, а не по тексту.`,
          en: `A diagram of kind ${kind} is made of a model, not of a text.`,
        },
      });
  }
}

/** Tells the kind by the look of a text; the first that has something to draw wins. */
function guessed(text: string): Made {
  const looks: readonly (readonly [RegExp, Kind])[] = [
    [/->|→|⇢|вызывает|\bcalls\b/u, 'sequence'],
    [/состояни|статус|переход|\bstates?\b|\bstatus/iu, 'state'],
    [/^\s*(?:\d+[.)]|[-*•])\s+/mu, 'bpmn'],
  ];
  // A single sentence is no process.
  const last: readonly Kind[] = /\S\s*\n\s*\S/.test(text) ? ['c4', 'er', 'bpmn'] : ['c4', 'er'];
  const order = [...looks.filter(([sign]) => sign.test(text)).map(([, kind]) => kind), ...last];
  let refusal: unknown;
  for (const kind of order) {
    try {
      return ofText(text, kind);
    } catch (error) {
      refusal ??= error;
    }
  }
  throw refusal;
}

async function made({ kind, text, model, bpmn }: DrawInput): Promise<Made> {
  if ([text, model, bpmn].filter((each) => each !== undefined).length !== 1)
    throw new Refusal('invalid', 'assistants.engine_input', 'Send one of text, model and bpmn.');
  if (bpmn !== undefined) {
    const read = valueIn(await fromBpmn(bpmn));
    return kind === 'flowchart' ? { ...read, model: flowchartOfProcess(read.model) } : read;
  }
  if (text !== undefined) return kind === undefined ? guessed(text) : ofText(text, kind);
  return bare(valueIn(readDiagram(model)));
}

const presentNote = ({ rule, severity, message, at }: DiagramFinding): Drawn['notes'][number] => ({
  rule,
  severity,
  message,
  at: at?.replaceAll('\u0000', '~') ?? null,
});

/** Ids the makers put together with a sign that JSON of requests may not have. */
function withoutNul(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\u0000', '~');
  if (Array.isArray(value)) return value.map(withoutNul);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withoutNul(each)]));
}

/** A diagram in all its notations. */
export const drawDiagram: Task<DrawInput, Drawn> = async (input) => {
  const { model, notes } = await made(input);
  const file = model.kind === 'bpmn' ? valueIn(await toBpmn(model)) : undefined;
  return {
    kind: model.kind,
    mermaid: valueIn(toMermaid(model)),
    plantuml: valueIn(toPlantUml(model)),
    bpmn: file?.xml ?? null,
    model: withoutNul(model),
    notes: [...notes, ...(file?.warnings ?? [])].map(presentNote),
  };
};

export const lintDiagram: Task<
  { readonly text: string },
  Static<typeof contract.lintDiagram.reply>
> = async ({ text }) => {
  if (/^\uFEFF?\s*</.test(text))
    return { kind: 'bpmn', findings: valueIn(await lintBpmn(text)).map(presentNote) };
  const { kind, findings } = lintMermaid(text);
  return { kind: kind ?? null, findings: findings.map(presentNote) };
};
