import { checkDiagram } from '../model/check-diagram.ts';
import type { StateModel } from '../model/state.ts';
import { done, type Outcome } from '../outcome.ts';
import { checkSource, nothingFound, sentenceText } from './source-text.ts';
import { capitalised } from './step-actor.ts';

interface Transition {
  readonly from: string;
  readonly to: string;
  readonly label?: string;
}

const name = String.raw`(?:«([^»]{1,80})»|"([^"]{1,80})"|(\p{L}[\p{L}\p{N}_-]{0,40}))`;
const state = '(?:статус[а-я]*|состояни[а-я]*|state|status)';
const move = new RegExp(
  String.raw`(?<!\p{L})(?:из|с|со|from)\s+(?:${state}\s+)?${name}\s+(?:${state}\s+)?(?:\S+\s+){0,3}?(?:в|на|to)\s+(?:${state}\s+)?${name}(.{0,200})`,
  'iu',
);
const list = /^(?:.{0,40}\s)?(?:статусы|состояния|states|statuses)(?:\s[^:]{0,60})?:\s*(.{1,1000})$/iu;
const first = new RegExp(
  String.raw`(?:начальн|первоначальн|initial)[а-я]*\s+${state}\s*(?:[—:-]|is)?\s*${name}`,
  'iu',
);
const last = new RegExp(
  String.raw`(?:конечн|финальн|заключительн|final)[а-я]*\s+${state}\s*(?:[—:-]|is)?\s*${name}`,
  'iu',
);
const cause = /^\s*,?\s*(?:при|после|когда|если|по|when|on|after|if|by)\s+(.{1,120}?)[.;,]?\s*$/iu;
const arrow = /\s*(?:->|-->|→|=>)\s*/u;

const found = (groups: readonly (string | undefined)[]) =>
  (groups.find((group) => group !== undefined) ?? '').trim();
const bare = (text: string) =>
  text
    .trim()
    .replace(/^(?:\d+[.)]\s*|[-*•]\s+)|[«»"]|[.;,]$/gu, '')
    .trim();

/** `Новый -> В работе -> Закрыт: причина`. */
function arrows(line: string): readonly Transition[] {
  const parts = line.split(arrow);
  if (parts.length < 2) return [];
  const [tail = '', label] = (parts.at(-1) ?? '').split(/:\s+/u, 2);
  const names = [...parts.slice(0, -1), tail].map(bare);
  return names
    .slice(1)
    .map((to, index) => ({
      from: names[index] ?? '',
      to,
      ...(label === undefined ? {} : { label: bare(label) }),
    }))
    .filter(({ from, to }) => from !== '' && to !== '');
}

function sentence(line: string): readonly Transition[] {
  const groups = move.exec(line);
  if (groups === null) return [];
  const [, a, b, c, d, e, f, rest = ''] = groups;
  const [, after] = cause.exec(rest) ?? [];
  const before = /^(?:после|при|when|after|on)\s+([^,]{1,120}),/iu.exec(line)?.[1];
  const label = after ?? before;
  return [{ from: found([a, b, c]), to: found([d, e, f]), ...(label === undefined ? {} : { label }) }];
}

/**
 * States and transitions out of sentences: `Статусы: …`, `из статуса «Новый» переходит в «В работе» после оплаты`,
 * `Новый -> Закрыт: отмена`. Without a word about it, the first state without a way in is the initial one.
 */
export function stateFromText(text: string): Outcome<StateModel> {
  const fault = checkSource(text);
  if (fault !== undefined) return fault;
  const states = new Map<string, { name: string; initial?: true; final?: true }>();
  const know = (raw: string) => {
    const key = raw.toLowerCase();
    const item = states.get(key) ?? { name: capitalised(raw) };
    if (raw !== '') states.set(key, item);
    return item;
  };
  const transitions: Transition[] = [];
  for (const raw of text.split(/\r\n|[\n\r]|(?<=[\p{L}»"][.;])\s+(?=\p{Lu})/u)) {
    const line = sentenceText(raw);
    const [, names] = list.exec(line) ?? [];
    const listed = names !== undefined && !arrow.test(names);
    if (listed) for (const item of names.split(/[,;]/u).map(bare)) know(item);
    const said = listed ? [] : arrows(names ?? line);
    for (const item of said.length > 0 ? said : sentence(line)) {
      know(item.from);
      know(item.to);
      transitions.push(item);
    }
    const [initial, final] = [first.exec(line), last.exec(line)];
    if (initial !== null) know(found(initial.slice(1))).initial = true;
    if (final !== null) know(found(final.slice(1))).final = true;
  }
  if (states.size === 0)
    return nothingFound('В тексте нет статусов и переходов.', 'The text has no states and transitions.');

  const entered = new Set(transitions.map(({ to }) => to.toLowerCase()));
  const left = new Set(transitions.map(({ from }) => from.toLowerCase()));
  const all = [...states];
  if (!all.some(([, item]) => item.initial)) {
    const [, item] = all.find(([key]) => !entered.has(key)) ?? all[0] ?? [];
    if (item !== undefined) item.initial = true;
  }
  if (!all.some(([, item]) => item.final))
    for (const [key, item] of all) if (entered.has(key) && !left.has(key)) item.final = true;
  const model: StateModel = {
    kind: 'state',
    states: all.map(([id, item]) => ({ id, ...item })),
    transitions: transitions.map((item) => ({
      ...item,
      from: item.from.toLowerCase(),
      to: item.to.toLowerCase(),
    })),
  };
  return checkDiagram(model) ?? done(model);
}
