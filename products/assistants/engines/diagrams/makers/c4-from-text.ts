import type { C4Element, C4Model } from '../model/c4.ts';
import { checkDiagram } from '../model/check-diagram.ts';
import { done, type Outcome } from '../outcome.ts';
import { checkSource, isRussian, nothingFound, sentenceText } from './source-text.ts';
import { capitalised } from './step-actor.ts';
import { peopleStems } from './tables/russian-words.ts';
import { isPlainVerb, verbOf } from './verbs.ts';

const proper = String.raw`(?:«([^»]{1,80})»|"([^"]{1,80})"|((?:\d\p{Lu}|\p{Lu})[\p{L}\p{N}:_-]*(?:\.\p{L}+)*(?:\s+(?:\p{Lu}|\d)[\p{L}\p{N}:_-]*){0,3})|(\p{Ll}[\p{L}-]{2,}(?:\s+(?!и\s|для\s|по\s|при\s|через\s|в\s|and\s|for\s|via\s)\p{Ll}[\p{L}-]{2,}){0,1}))`;
const kindWords = String.raw`(?:(?:внешн[а-я]*\s+)?(?:систем[а-я]*|сервис[а-я]*|программ[а-я]*|сайт[а-я]*|баз[а-я]*|конфигураци[а-я]*|external\s+system|system|service)\s+)?`;
const exchange = new RegExp(
  String.raw`(?:[иИ]нтеграци\p{L}*|[иИ]нтегрир\p{L}*|[оО]бмен\p{L}*(?:\s+данными)?|[сС]инхронизац\p{L}*|[Ii]ntegrat\p{L}*|[Ee]xchanges?(?:\s+data)?)\s+(?:со?|with)\s+${kindWords}${proper}`,
  'gu',
);
const exported =
  /(?:[вВ]ыгру\p{L}*|[оО]тправ\p{L}*|[пП]ереда\p{L}*|[Ee]xport\p{L}*|[Ss]end\p{L}*)\s+(?:\S+\s+){0,4}?(?:во?|to)\s+(?:систем[а-я]*\s+|сервис[а-я]*\s+)?(?:«([^»]{1,80})»|"([^"]{1,80})"|((?:\d?\p{Lu})[\p{L}\p{N}:._-]*))/gu;
const imported =
  /(?:[зЗ]агру\p{L}*|[пП]олуч\p{L}*|[Ii]mport\p{L}*|[Rr]eceiv\p{L}*)\s+(?:\S+\s+){0,4}?(?:из|от|from)\s+(?:систем[а-я]*\s+|сервис[а-я]*\s+)?(?:«([^»]{1,80})»|"([^"]{1,80})"|((?:\d?\p{Lu})[\p{L}\p{N}:._-]*))/gu;
const modal = /^(?:долж\p{L}*|может|могут|обязан\p{L}*|имеет|must|shall|should|can|may|will)$/iu;
const own = /(?:^|\s)(?:систем[аы]|system)\s+(?:«([^»]{1,80})»|"([^"]{1,80})")/iu;

const named = (groups: readonly (string | undefined)[]) =>
  capitalised((groups.find((group) => group !== undefined) ?? '').trim().replace(/[.,]$/u, ''));

/** A sentence that begins with a person who does something. */
function personIn(sentence: string): { readonly name: string; readonly does: string } | undefined {
  const words = sentence.replace(/^(?:the|как)\s+/iu, '').split(/\s+/u);
  const head = (words[0] ?? '').toLowerCase();
  if (!peopleStems.some((stem) => head.startsWith(stem))) return undefined;
  const at = words
    .slice(0, 6)
    .findIndex((word, index) => index > 0 && (modal.test(word) || verbOf(word) !== undefined));
  if (at < 1) return undefined;
  const rest = words.slice(at);
  while (
    rest.length > 1 &&
    /^(?:долж|мо[жг]|обяз|имеет|возможн|must|shall|should|can|may|will|be|able|to$)/iu.test(rest[0] ?? '')
  )
    rest.shift();
  const verb = rest[0] ?? '';
  const label = [isPlainVerb(verb) ? verb : (verbOf(verb) ?? verb), ...rest.slice(1)].join(' ');
  const name = capitalised(words.slice(0, at).join(' ').replace(/,$/u, ''));
  return { name, does: label.replace(/[.;,]$/u, '').slice(0, 80) };
}

/**
 * A context diagram out of requirement sentences: people who do something, the system itself, and those it
 * exchanges data with (`интеграция с …`, `выгрузка в …`, `загрузка из …`).
 */
export function c4FromText(text: string, options: { readonly system?: string } = {}): Outcome<C4Model> {
  const fault = checkSource(text);
  if (fault !== undefined) return fault;
  const russian = isRussian(text);
  const ownName = own.exec(text.slice(0, 100_000));
  const system =
    options.system ?? (ownName === null ? (russian ? 'Система' : 'System') : named(ownName.slice(1)));
  const elements = new Map<string, C4Element>();
  const relations = new Map<string, C4Model['relations'][number]>();
  const add = (type: 'person' | 'system', name: string) => {
    const id = `${type} ${name.toLowerCase()}`;
    if (!elements.has(id))
      elements.set(id, { id, name, type, ...(type === 'system' ? { external: true } : {}) });
    return id;
  };
  const relate = (from: string, to: string, label: string) => {
    const key = JSON.stringify([from, to]);
    if (!relations.has(key)) relations.set(key, { from, to, label });
  };
  const words = russian
    ? { both: 'обмен данными', out: 'передаёт данные', in: 'передаёт данные' }
    : { both: 'exchanges data', out: 'sends data', in: 'sends data' };

  for (const raw of text.split(/[\n\r]+|(?<=[\p{L}\p{N}»")][.!?;])\s+/u)) {
    const sentence = sentenceText(raw.replace(/^\s*(?:\d+(?:\.\d+)*[.)]?|[-*•])\s+/u, ''));
    const person = personIn(sentence);
    if (person !== undefined) relate(add('person', person.name), 'system', person.does);
    const others = (pattern: RegExp) =>
      [...sentence.matchAll(pattern)]
        .map((match) => named(match.slice(1)))
        .filter((name) => name !== '' && name !== system);
    for (const name of others(exchange)) relate('system', add('system', name), words.both);
    for (const name of others(exported)) relate('system', add('system', name), words.out);
    for (const name of others(imported)) relate(add('system', name), 'system', words.in);
  }
  if (elements.size === 0)
    return nothingFound(
      'В тексте нет ни людей, ни внешних систем.',
      'The text names neither people nor external systems.',
    );
  const model: C4Model = {
    kind: 'c4',
    level: 'context',
    title: system,
    elements: [{ id: 'system', name: system, type: 'system' }, ...elements.values()],
    relations: [...relations.values()],
  };
  return checkDiagram(model) ?? done(model);
}
