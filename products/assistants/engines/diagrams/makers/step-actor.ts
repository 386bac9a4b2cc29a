import { isPlainVerb, verbOf } from './verbs.ts';

export interface Action {
  readonly actor?: string;
  /** Begins with a verb where one was found. */
  readonly label: string;
}

const connectors =
  /^(?:затем|далее|потом|после этого|после чего|сначала|наконец|в конце|then|next|after that|finally|first|afterwards)[,:]?\s+/iu;
const before = /^(?:в|на|по|при|с|со|к|из|для|от|до|после|если|когда|in|on|at|by|after|for|with|when|if)$/iu;
const article = /^(?:the|a|an)\s+/iu;

export function capitalised(text: string): string {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
}

const cleaned = (text: string) => text.trim().replace(/[\s.;,:]+$/u, '');

/** `Менеджер: проверить заявку`, `[Manager] check the order`. */
function marked(text: string): Action | undefined {
  const [, bracketed, named, rest = ''] =
    /^(?:\[([^\]]{2,60})\]\s*|([^:]{2,60}):\s+)(\S.*)$/su.exec(text) ?? [];
  const actor = cleaned(bracketed ?? named ?? '').replace(article, '');
  const words = actor.split(/\s+/u);
  if (actor === '' || words.length > 5 || isPlainVerb(words[0] ?? '')) return undefined;
  return { actor: capitalised(actor), label: unmarked(rest).label };
}

function unmarked(text: string): Action {
  const words = text.split(/\s+/u);
  const [first = ''] = words;
  const own = verbOf(first);
  if (own !== undefined) return { label: capitalised([own, ...words.slice(1)].join(' ')) };
  if (isPlainVerb(first) || before.test(first)) return { label: capitalised(text) };
  const start = article.test(`${first} `) ? 1 : 0;
  for (let at = start + 1; at <= start + 4 && at < words.length; at++) {
    const verb = verbOf(words[at] ?? '');
    if (words[at - 1]?.endsWith(',')) break;
    if (verb === undefined) continue;
    const actor = words.slice(start, at).join(' ');
    return { actor: capitalised(actor), label: capitalised([verb, ...words.slice(at + 1)].join(' ')) };
  }
  return { label: capitalised(text) };
}

/** Who does what in a step: the actor is named by a mark, or stands before the first verb. */
export function actionOf(sentence: string): Action {
  const text = cleaned(sentence).replace(connectors, '');
  return marked(text) ?? unmarked(text);
}
