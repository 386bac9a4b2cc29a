/** What a person gave along with a question. */
export interface Material {
  /** BSL. */
  readonly code: string | undefined;
  /** A query text. */
  readonly query: string | undefined;
  /** Gherkin. */
  readonly scenario: string | undefined;
  /** A plan or a history of work: JSON or CSV. */
  readonly table: string | undefined;
  /** A report of coverage. */
  readonly coverage: string | undefined;
  /** Prose of a document. */
  readonly document: string | undefined;
}

export type MaterialKind = keyof Material;

export const noMaterial: Material = {
  code: undefined,
  query: undefined,
  scenario: undefined,
  table: undefined,
  coverage: undefined,
  document: undefined,
};

/** A message taken apart: what was pasted, and the words around it. */
export interface Pasted {
  readonly material: Material;
  readonly words: string;
}

const fenceKinds: Readonly<Record<string, MaterialKind>> = {
  bsl: 'code',
  '1c': 'code',
  '1с': 'code',
  os: 'code',
  sdbl: 'query',
  query: 'query',
  sql: 'query',
  gherkin: 'scenario',
  feature: 'scenario',
  json: 'table',
  csv: 'table',
};

const codeLine =
  /^\s*(?:(?:асинх\s+|async\s+)?(?:процедура|функция|procedure|function)\s+[\p{L}_][\p{L}\p{N}_]*\s*\(|конец(?:процедуры|функции|если|цикла|попытки)|end(?:procedure|function|if|do|try)\b|(?:если|иначеесли|if|elsif)\s.*\s(?:тогда|then)\b|(?:для|пока|for|while)\s.*\s(?:цикл|do)\b|(?:перем|var)\s+[\p{L}_]|#(?:область|если|region|if)\s|&на(?:клиенте|сервере)|&at(?:client|server)|[\p{L}_][\p{L}\p{N}_.[\]]*\s*=\s*[^=].*;\s*(?:\/\/.*)?$|[\p{L}_][\p{L}\p{N}_.]*\(.*\);\s*(?:\/\/.*)?$|(?:возврат|return|вызватьисключение|raise)\b.*;)/iu;
const queryStart = /^\s*(?:выбрать|select|уничтожить|drop)(?:\s|$)/iu;
const queryWord = /(?:^|[\s,(])(?:из|from|поместить|into|где|where)(?:\s|$)/iu;
const scenarioLine =
  /^\s*(?:#language:|функционал:|функция:|feature:|сценарий:|структура сценария:|scenario(?: outline)?:|контекст:|background:|(?:допустим|дано|когда|тогда|given|when|then)\s)/iu;
const tableHead =
  /(?:задач|task|name|назван|длительн|duration|estimate|оценк|срок|start|finish|дата|предшеств|predecessor|недел|week|count|количеств)/iu;

function looksLikeQuery(text: string): boolean {
  return queryStart.test(text) && queryWord.test(text);
}

function looksLikeTable(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const head = lines[0] ?? '';
  const separators = (line: string): number => (line.match(/[;\t,]/g) ?? []).length;
  return (
    lines.length >= 2 && tableHead.test(head) && separators(head) >= 1 && separators(lines[1] ?? '') >= 1
  );
}

function looksLikeJson(text: string): boolean {
  const trimmed = text.trim();
  if (!/^[[{]/.test(trimmed) || !/[\]}]$/.test(trimmed)) return false;
  try {
    JSON.parse(trimmed);
    return true;
  } catch {
    return false;
  }
}

/** What a text of unknown kind is, if anything but words. */
export function kindOf(text: string): MaterialKind | undefined {
  const lines = text.split('\n');
  if (looksLikeJson(text)) return 'table';
  if (/<coverage\s|^(?:SF|DA):/m.test(text)) return 'coverage';
  if (lines.filter((line) => scenarioLine.test(line)).length >= 2) return 'scenario';
  if (looksLikeQuery(text)) return 'query';
  if (lines.some((line) => codeLine.test(line))) return 'code';
  return looksLikeTable(text) ? 'table' : undefined;
}

/** Takes the lines from the first to the last that are code out of a message; the words around them stay. */
function cutCode(lines: readonly string[]): readonly [pasted: string, words: string] | undefined {
  const first = lines.findIndex((line) => codeLine.test(line));
  if (first === -1) return undefined;
  const last = lines.findLastIndex((line) => codeLine.test(line));
  const words = [...lines.slice(0, first), ...lines.slice(last + 1)].join('\n');
  return [lines.slice(first, last + 1).join('\n'), words];
}

function cutFrom(
  lines: readonly string[],
  isStart: (line: string) => boolean,
): readonly [pasted: string, words: string] | undefined {
  const first = lines.findIndex(isStart);
  if (first === -1) return undefined;
  const blank = lines.findIndex((line, at) => at > first + 1 && line.trim() === '');
  const end = blank === -1 ? lines.length : blank;
  const words = [...lines.slice(0, first), ...lines.slice(end)].join('\n');
  return [lines.slice(first, end).join('\n'), words];
}

function unfenced(text: string): Pasted {
  const only = (kind: MaterialKind, pasted: string, words: string): Pasted => ({
    material: { ...noMaterial, [kind]: pasted.trim() },
    words: words.trim(),
  });
  const lines = text.split('\n');
  const json = /(?:^|\n)\s*([[{][\s\S]*[\]}])\s*$/.exec(text);
  if (json?.[1] !== undefined && looksLikeJson(json[1]))
    return only('table', json[1], text.slice(0, json.index));
  if (lines.filter((line) => scenarioLine.test(line)).length >= 2) {
    const first = lines.findIndex((line) => scenarioLine.test(line));
    return only('scenario', lines.slice(first).join('\n'), lines.slice(0, first).join('\n'));
  }
  const code = cutCode(lines);
  if (code !== undefined) return only('code', ...code);
  // A query on the line of the question: «Проверь: ВЫБРАТЬ …».
  const inline = /(?:^|[\s:«"])((?:выбрать|select)\s[\s\S]+)$/iu.exec(text);
  if (inline?.[1] !== undefined && /[А-ЯA-Z]{5}/.test(inline[1]) && looksLikeQuery(inline[1]))
    return only('query', inline[1], text.slice(0, inline.index + 1));
  const query = cutFrom(lines, (line) => queryStart.test(line));
  if (query !== undefined && looksLikeQuery(query[0])) return only('query', ...query);
  const table = cutFrom(lines, (line) => tableHead.test(line) && /[;\t]|,.*,/.test(line));
  if (table !== undefined && looksLikeTable(table[0])) return only('table', ...table);
  return { material: noMaterial, words: text.trim() };
}

const fence = /```([^\n`]*)\n([\s\S]*?)(?:```|$)/g;

/** Takes a message apart. Fenced blocks say what they are; elsewhere the text itself tells. */
export function takeApart(message: string): Pasted {
  const blocks = [...message.matchAll(fence)];
  if (blocks.length === 0) return unfenced(message);
  const found: { [Kind in MaterialKind]: string | undefined } = { ...noMaterial };
  for (const [, label = '', content = ''] of blocks) {
    const kind = fenceKinds[label.trim().toLowerCase()] ?? kindOf(content) ?? 'document';
    found[kind] = found[kind] === undefined ? content.trim() : `${found[kind]}\n\n${content.trim()}`;
  }
  return { material: found, words: message.replaceAll(fence, ' ').trim() };
}

const fileKinds: readonly (readonly [name: RegExp, kind: MaterialKind])[] = [
  [/\.(?:bsl|os)$/i, 'code'],
  [/\.feature$/i, 'scenario'],
  [/\.(?:json|csv|tsv)$/i, 'table'],
  [/\.(?:sdbl|query)$/i, 'query'],
  [/(?:lcov|coverage).*\.(?:info|xml|txt)$|\.info$/i, 'coverage'],
  [/\.(?:docx|pdf|md|html?|xlsx)$/i, 'document'],
];

/** What the text of a file is. */
export function kindOfFile(name: string, text: string): MaterialKind {
  const known = fileKinds.find(([pattern]) => pattern.test(name));
  return known?.[1] ?? kindOf(text.slice(0, 20_000)) ?? 'document';
}

/** The first of each kind, in order. */
export function joined(materials: readonly Material[]): Material {
  const first = (kind: MaterialKind): string | undefined =>
    materials.find((material) => material[kind] !== undefined)?.[kind];
  return {
    code: first('code'),
    query: first('query'),
    scenario: first('scenario'),
    table: first('table'),
    coverage: first('coverage'),
    document: first('document'),
  };
}
