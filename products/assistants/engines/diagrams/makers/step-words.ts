import { sentenceText } from './source-text.ts';

/** What a sentence of a step list says about the order of work. */
export type Sentence =
  | { readonly type: 'if'; readonly condition: string; readonly then: string; readonly otherwise?: string }
  | { readonly type: 'else'; readonly text: string }
  | { readonly type: 'parallel'; readonly parts: readonly string[] }
  | { readonly type: 'goto'; readonly target: string }
  | { readonly type: 'end' }
  | { readonly type: 'action'; readonly text: string };

const condition = /^(?:в случае,? если|если|when|if)\s+(.+)$/isu;
const otherwiseStart = /^(?:иначе|в противном случае|otherwise|else)(?![\p{L}\p{N}])[\s,:—-]*(.*)$/isu;
const otherwiseInside =
  /[,;.]?\s+(?:а\s+)?(?:иначе|в противном случае|otherwise|else)(?![\p{L}\p{N}])[\s,:—-]+/iu;
const thenWord = /\s*,?\s+(?:то|then)\s*:?\s+|\s*,?\s+(?:то|then)\s*:?$/iu;
const thenComma = /,\s+|:\s+|:$/u;
const together =
  /^(?:параллельно|одновременно|in parallel|simultaneously|at the same time)(?![\p{L}\p{N}])[\s,:—-]*(.*)$/isu;
const apart = /\s*;\s*|,\s+а\s+(?:также\s+)?|\s+и\s+одновременно\s+|,\s+while\s+|,\s+and\s+(?:also\s+)?/iu;
const jump =
  /^(?:\S+\s+){0,3}?(?:верн\S*|возвра\S*|пере[йх]\S*|повтор\S*|go|goes|return\S*|repeat\S*)\s+(?:\S+\s+){0,4}?(?:шаг\S*|пункт\S*|п\.|steps?)\s*(?:№|no\.?)?\s*(\d{1,4}(?:\.\d{1,4}){0,5})/iu;
const finish =
  /^(?:процесс\s+)?(?:заверш\p{L}*|законч\p{L}*|оконч\p{L}*|конец|end|ends|finish\p{L}*|stop)(?:\s+(?:процесс\p{L}*|работ\p{L}*|the process|process))?[.!]?$/iu;

function cut(text: string, at: RegExp): readonly [string, string] | undefined {
  const found = at.exec(text);
  return found === null ? undefined : [text.slice(0, found.index), text.slice(found.index + found[0].length)];
}

/** Reads one sentence; texts are cut to a length at which the patterns stay quick. */
export function readSentence(raw: string): Sentence {
  const text = sentenceText(raw);
  const [, ifBody] = condition.exec(text) ?? [];
  if (ifBody !== undefined) {
    const [main, otherwise] = cut(ifBody, otherwiseInside) ?? [ifBody, undefined];
    const [when, then] = cut(main, thenWord) ?? cut(main, thenComma) ?? [main, ''];
    return { type: 'if', condition: when, then, ...(otherwise === undefined ? {} : { otherwise }) };
  }
  const [, elseBody] = otherwiseStart.exec(text) ?? [];
  if (elseBody !== undefined) return { type: 'else', text: elseBody };
  const [, parallelBody] = together.exec(text) ?? [];
  if (parallelBody !== undefined)
    return { type: 'parallel', parts: parallelBody.split(apart).filter((part) => part.trim() !== '') };
  const [, target] = jump.exec(text) ?? [];
  if (target !== undefined) return { type: 'goto', target };
  return finish.test(text) ? { type: 'end' } : { type: 'action', text };
}
