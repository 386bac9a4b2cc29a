import type { Intent } from './intents/tables.ts';
import type { Material } from './material.rules.ts';

/** Values for the parameters of a tool, by the names parameters have; the first that fits a parameter is taken. */
export type Slots = Readonly<Record<string, readonly unknown[]>>;

/** What an intent cannot do without. */
export type Need = 'code' | 'query' | 'document' | 'table' | 'scenario' | 'coverage' | 'project' | 'name';

export interface Given {
  readonly words: string;
  readonly material: Material;
  readonly projectId: string | undefined;
  readonly locale: 'ru' | 'en';
}

const objectName =
  /(?:справочник|документ|регистр[а-я]*|перечислени[а-я]*|константа|план[а-я]*|отч[её]т|обработка|catalog|document|register|enum|constant|report|informationregister|accumulationregister)[а-я]*[.\s«"']+([\p{L}_][\p{L}\p{N}_]*)/iu;
const fullName = /[\p{Lu}][\p{L}\p{N}_]+(?:\.[\p{L}_][\p{L}\p{N}_]*)+/gu;
const camelName = /(?<![\p{L}\p{N}_.])\p{Lu}[\p{Ll}\p{N}]+(?:\p{Lu}[\p{Ll}\p{N}_]*)+/gu;
const quoted = /[«"'`]([^«»"'`\n]{2,120})[»"'`]/u;

/** Names of objects, attributes or methods in a question, the fullest first. */
export function namesIn(words: string): readonly string[] {
  const found = [
    ...(words.match(fullName) ?? []),
    ...(words.match(camelName) ?? []),
    quoted.exec(words)?.[1],
    objectName.exec(words)?.[1],
  ];
  // A sentence begins with a capital, too: a single word counts only where nothing better stands.
  const capital = words.match(/(?<=[^\s.!?]\s+)\p{Lu}[\p{L}\p{N}_]{2,}/gu) ?? [];
  return [...new Set([...found, ...capital].filter((name) => name !== undefined))];
}

function parsed(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function numbersIn(text: string): readonly number[] {
  return (text.match(/(?<![\p{L}\d.])\d{1,4}(?![\p{L}\d])/gu) ?? []).map(Number);
}

/** A series of counts: of a table its last column of numbers, of words the numbers in them. */
function historyIn({ words, material }: Given): readonly number[] {
  if (material.table === undefined) return numbersIn(words.replaceAll(backlog, ' '));
  const rows = material.table.split('\n').map((line) => line.split(/[;\t,]/).map((cell) => cell.trim()));
  const last = rows.flatMap((cells) => cells.findLast((cell) => /^\d{1,6}$/.test(cell)) ?? []);
  return last.length >= 3 ? last.map(Number) : numbersIn(material.table);
}

/** How much work is left: «осталось 40 задач». */
const backlog = /(\d{1,5})\s+(?:задач|тикет|заяв|истори|tasks|items|stories|tickets)/giu;

function itemsIn(words: string): number | undefined {
  const [found] = words.matchAll(backlog);
  return found?.[1] === undefined ? undefined : Number(found[1]);
}

const diagramKinds: readonly (readonly [pattern: RegExp, kinds: readonly string[]])[] = [
  [/bpmn|процесс|согласован|process|approval|workflow/iu, ['bpmn', 'process', 'flowchart']],
  [/последовательност|обмен|sequence|exchange|calls/iu, ['sequence']],
  [/\ber\b|er-|сущност|таблиц|модел[а-я]* данн|entity|data model/iu, ['er']],
  [/c4|с4|контекст|контейнер|архитектур|интеграц|context|container|boundar|integration/iu, ['c4']],
  [/состоян|статус|state|status/iu, ['state']],
  [/гант|gantt/iu, ['gantt']],
  [/блок-?схем|flowchart|алгоритм/iu, ['flowchart', 'bpmn', 'process']],
];

const list = (...values: readonly unknown[]): readonly unknown[] =>
  values.filter((value) => value !== undefined && value !== '');

const needs: Readonly<Partial<Record<Intent, readonly Need[]>>> = {
  check_code: ['code'],
  explain_code: ['code'],
  generate_tests: ['code'],
  coverage_report: ['coverage'],
  check_query: ['query'],
  optimize_query: ['query'],
  explain_query: ['query'],
  analyze_requirements: ['document'],
  schedule_plan: ['table'],
  simulate_plan: ['table'],
  forecast_throughput: ['table'],
  check_scenario: ['scenario'],
  find_metadata: ['project'],
  impact_of: ['project', 'name'],
  check_names: ['project'],
  find_in_code: ['project'],
};

const shortestDocument = 40;

/** What is missing for an intent, if anything. */
export function missingFor(intent: Intent, { words, material, projectId }: Given): Need | undefined {
  const has: Readonly<Record<Need, boolean>> = {
    code: material.code !== undefined,
    query: material.query !== undefined || material.code !== undefined,
    // Requirements may stand in the question itself.
    document: material.document !== undefined || words.length >= shortestDocument,
    table:
      material.table !== undefined ||
      (intent === 'forecast_throughput' && numbersIn(words.replaceAll(backlog, ' ')).length >= 3),
    scenario: material.scenario !== undefined,
    coverage: material.coverage !== undefined,
    project: projectId !== undefined,
    name: namesIn(words).length > 0,
  };
  return (needs[intent] ?? []).find((need) => !has[need]);
}

const command =
  /^(?:пожалуйста[,\s]+|please[,\s]+)?(?:провер|проанализ|разбер|оцен|нарис|изобраз|постро|сдела|напиш|созда|состав|найд|опиш|check|analy|draw|write|make|create|build|review|sketch|describe|find|judge|assess)[^\n:]{0,90}:\s+/iu;

/** Words without the order before them: «Проверь требования: …». */
function described(words: string): string {
  const rest = words.replace(command, '');
  return rest.length >= 20 ? rest : words;
}

function mainText(intent: Intent, { words, material }: Given): readonly unknown[] {
  switch (intent) {
    case 'check_code':
    case 'explain_code':
    case 'generate_tests':
      return list(material.code);
    case 'check_query':
    case 'optimize_query':
    case 'explain_query':
      return list(material.query, material.code);
    case 'coverage_report':
      return list(material.coverage, material.code);
    case 'check_scenario':
      return list(material.scenario);
    case 'schedule_plan':
    case 'simulate_plan':
      return list(material.table);
    case 'forecast_throughput':
      return list(material.table, words);
    case 'suggest_objects':
      return list(material.document, words);
    case 'analyze_requirements':
    case 'draw_diagram':
    case 'write_scenario':
      return list(material.document, described(words));
    case 'check_names':
      return list(material.code, material.query, material.document, words);
    default:
      return list(words);
  }
}

/** What there is to fill the parameters of a tool with. */
export function slotsFor(intent: Intent, given: Given): Slots {
  const { words, material, locale } = given;
  const main = mainText(intent, given);
  const [name] = namesIn(words);
  const table = parsed(material.table);
  const numbers = historyIn(given);
  const kinds = diagramKinds.find(([pattern]) => pattern.test(words))?.[1] ?? [];
  const text = [...main, ...list(words)];
  const asked = list(name, words);
  const isSearch = intent === 'search_knowledge' || intent === 'find_in_code';
  return {
    code: list(material.code),
    source: list(material.code, ...main),
    module: list(material.code, ...main),
    bsl: list(material.code),
    query: isSearch ? list(words) : intent === 'find_metadata' ? asked : list(material.query, ...main),
    sdbl: list(material.query, ...main),
    search: intent === 'find_metadata' || intent === 'find_in_code' ? asked : list(words),
    question: list(words),
    q: asked,
    words: list(words),
    text,
    description: text,
    requirements: main,
    document: main,
    content: main,
    scenario: list(material.scenario, words),
    feature: list(material.scenario, words),
    gherkin: list(material.scenario),
    steps: list(words),
    plan: list(table, material.table),
    table: list(material.table),
    csv: list(material.table),
    json: list(material.table),
    history: list(numbers, material.table),
    throughput: list(numbers),
    samples: list(numbers),
    items: list(itemsIn(words)),
    closed: list(numbers),
    coverage: list(material.coverage),
    report: list(material.coverage),
    name: asked,
    object: asked,
    target: asked,
    element: asked,
    names: list(namesIn(words).length > 0 ? namesIn(words) : undefined, words),
    kind: kinds,
    diagram: kinds,
    diagram_type: kinds,
    type: kinds,
    language: [locale],
    locale: [locale],
  };
}
