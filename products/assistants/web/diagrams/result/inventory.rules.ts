/** What a diagram holds, by the word for it. */
export const inventoryWords = [
  'participants',
  'steps',
  'decisions',
  'messages',
  'states',
  'transitions',
  'elements',
  'relations',
  'entities',
  'attributes',
  'classes',
  'methods',
  'nodes',
  'links',
  'tasks',
] as const;
export type InventoryWord = (typeof inventoryWords)[number];

export interface InventoryLine {
  readonly word: InventoryWord;
  readonly count: number;
  /** Some of them by name. */
  readonly names: readonly string[];
}

type Shape = Readonly<Record<string, unknown>>;

const listIn = (model: unknown, field: string): readonly Shape[] => {
  const found: unknown = Object(model)[field];
  return Array.isArray(found) ? found.map((item) => Object(item)) : [];
};
const textIn = (item: Shape, ...fields: readonly string[]): string =>
  fields
    .map((field) => item[field])
    .find((value) => typeof value === 'string' && value !== '')
    ?.toString() ?? '';
const isGateway = (item: Shape): boolean =>
  ['exclusive', 'parallel', 'inclusive', 'event_based', 'decision'].includes(textIn(item, 'type', 'shape'));
const isEvent = (item: Shape): boolean => ['start', 'end'].includes(textIn(item, 'type', 'shape'));

const mostNames = 12;

/** What was understood: how many of what, with names. */
export function inventoryOf(kind: string | null, model: unknown): readonly InventoryLine[] {
  const line = (word: InventoryWord, items: readonly Shape[]): InventoryLine => ({
    word,
    count: items.length,
    names: items
      .map((item) => textIn(item, 'name', 'label', 'text'))
      .filter((name) => name !== '')
      .slice(0, mostNames),
  });
  const all = (field: string): readonly Shape[] => listIn(model, field);
  const within = (field: string, inner: string): readonly Shape[] =>
    all(field).flatMap((item) => listIn(item, inner));
  const linesOf: Readonly<Record<string, () => readonly InventoryLine[]>> = {
    bpmn: () => [
      line('participants', within('pools', 'lanes')),
      line(
        'steps',
        all('nodes').filter((node) => !isGateway(node) && !isEvent(node)),
      ),
      line(
        'decisions',
        all('nodes').filter((node) => isGateway(node) && textIn(node, 'name') !== ''),
      ),
    ],
    flowchart: () => [
      line('participants', all('groups')),
      line(
        'nodes',
        all('nodes').filter((node) => textIn(node, 'label') !== ''),
      ),
      line('links', all('edges')),
    ],
    sequence: () => [
      line('participants', all('participants')),
      line(
        'messages',
        all('steps').filter((step) => step['type'] === 'message'),
      ),
    ],
    state: () => [line('states', all('states')), line('transitions', all('transitions'))],
    c4: () => [line('elements', all('elements')), line('relations', all('relations'))],
    er: () => [
      line('entities', all('entities')),
      line('attributes', within('entities', 'attributes')),
      line('relations', all('relations')),
    ],
    class: () => [line('classes', all('classes')), line('methods', within('classes', 'methods'))],
    gantt: () => [line('tasks', within('sections', 'tasks'))],
  };
  return (kind === null ? [] : (linesOf[kind]?.() ?? [])).filter(({ count }) => count > 0);
}
