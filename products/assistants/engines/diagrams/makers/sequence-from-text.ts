import { checkDiagram } from '../model/check-diagram.ts';
import type { SequenceModel, SequenceStep } from '../model/sequence.ts';
import { done, type Outcome } from '../outcome.ts';
import { checkSource, nothingFound, sentenceText } from './source-text.ts';
import { actionOf, capitalised } from './step-actor.ts';
import { stepLines } from './step-lines.ts';

const arrow = /^(.{1,80}?)\s*(-{1,2}>{1,2}|→|⇢)\s*([^:]{1,80}?)\s*(?::\s*(.*))?$/su;
const addressed =
  /\s(?:в|во|к|у|to|into|from)\s+(\p{Lu}[\p{L}\p{N}:.«»"-]*(?:\s+\p{Lu}[\p{L}\p{N}:.-]*){0,3})[.!]?$/u;
const called = /^(.{1,80}?)\s+(?:вызывает|calls)\s+([\p{L}\p{N}_]+)\.([\p{L}\p{N}_]+.*)$/su;

interface Said {
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly style?: 'answer';
}

function readMessage(raw: string): Said | undefined {
  const line = sentenceText(raw);
  const [, source, sign = '', target, text] = arrow.exec(line) ?? [];
  if (source !== undefined && target !== undefined)
    return {
      from: source,
      to: target,
      text: text ?? '',
      ...(sign.startsWith('--') || sign === '⇢' ? { style: 'answer' } : {}),
    };
  const [, caller, module, method] = called.exec(line) ?? [];
  if (caller !== undefined && module !== undefined && method !== undefined)
    return { from: capitalised(caller), to: module, text: method.replace(/[.\s]+$/u, '') };
  const { actor, label } = actionOf(line);
  if (actor === undefined) return undefined;
  const to = addressed.exec(label)?.[1] ?? actor;
  return { from: actor, to, text: label.replace(addressed, '') };
}

/**
 * A sequence diagram of lines such as `Клиент -> Сервер: запрос` (`-->` for an answer), `А вызывает Модуль.Метод`,
 * or sentences in which somebody does something `в Банк`.
 */
export function sequenceFromText(text: string): Outcome<SequenceModel> {
  const fault = checkSource(text);
  if (fault !== undefined) return fault;
  const { title, lines } = stepLines(text);
  const said = lines.flatMap((line) => readMessage(line.text) ?? []);
  if (said.length === 0)
    return nothingFound(
      'В тексте нет сообщений вида «Клиент -> Сервер: запрос».',
      'The text has no messages such as "Client -> Server: request".',
    );
  const names = new Map<string, string>();
  for (const name of said.flatMap(({ from, to }) => [from, to])) {
    const key = name.trim().toLowerCase();
    if (!names.has(key)) names.set(key, name.trim());
  }
  const steps: SequenceStep[] = said.map(({ from, to, text: words, style }) => ({
    type: 'message',
    from: from.trim().toLowerCase(),
    to: to.trim().toLowerCase(),
    text: words,
    ...(style === undefined ? {} : { style }),
  }));
  const model: SequenceModel = {
    kind: 'sequence',
    ...(title === undefined ? {} : { title }),
    participants: [...names].map(([id, name]) => ({ id, name })),
    steps,
  };
  return checkDiagram(model) ?? done(model);
}
