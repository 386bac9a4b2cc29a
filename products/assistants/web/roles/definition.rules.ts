import { type Assistant, type RoleDefinition, reservedRoleNames } from '../../contract/index.ts';

/** The fields of a definition without what the server adds. */
export function definitionOf(assistant: Assistant | RoleDefinition): RoleDefinition {
  const { title, description, instructions, tools, collections, remembers, model, starters } = assistant;
  return { title, description, instructions, tools, collections, remembers, model, starters };
}

export interface ChangedLine {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** The lines of two texts beside each other; common ones once. */
export function changedLines(before: string, after: string): readonly ChangedLine[] {
  const [old, next] = [before.split('\n'), after.split('\n')];
  // lengths[i][j]: common lines of old from i and next from j.
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint16Array(next.length + 1));
  const length = (row: number, column: number): number => lengths[row]?.[column] ?? 0;
  for (let row = old.length - 1; row >= 0; row -= 1) {
    for (let column = next.length - 1; column >= 0; column -= 1) {
      const common =
        old[row] === next[column]
          ? length(row + 1, column + 1) + 1
          : Math.max(length(row + 1, column), length(row, column + 1));
      const line = lengths[row];
      if (line !== undefined) line[column] = common;
    }
  }
  const lines: ChangedLine[] = [];
  let [row, column] = [0, 0];
  while (row < old.length || column < next.length) {
    if (row < old.length && column < next.length && old[row] === next[column]) {
      lines.push({ kind: 'same', text: old[row] ?? '' });
      row += 1;
      column += 1;
    } else if (
      row < old.length &&
      (column === next.length || length(row + 1, column) >= length(row, column + 1))
    ) {
      lines.push({ kind: 'removed', text: old[row] ?? '' });
      row += 1;
    } else {
      lines.push({ kind: 'added', text: next[column] ?? '' });
      column += 1;
    }
  }
  return lines;
}

export const comparedFields = [
  'title',
  'description',
  'instructions',
  'tools',
  'collections',
  'remembers',
  'model',
  'starters',
] as const;

export type ComparedField = (typeof comparedFields)[number];

const words = ({ ru, en }: { readonly ru: string; readonly en: string }): string => `${ru}\n${en}`;

function textOf(definition: RoleDefinition, field: ComparedField): string {
  switch (field) {
    case 'title':
    case 'description':
      return words(definition[field]);
    case 'instructions':
      return definition.instructions;
    case 'tools':
    case 'collections':
      return definition[field].join('\n');
    case 'remembers':
      return String(definition.remembers);
    case 'model':
      return Object.entries(definition.model)
        .map(([name, value]) => `${name}: ${value}`)
        .join('\n');
    case 'starters':
      return definition.starters.map(words).join('\n');
  }
}

/** What two versions differ in, field by field. */
export function changesBetween(
  before: RoleDefinition,
  after: RoleDefinition,
): readonly { readonly field: ComparedField; readonly lines: readonly ChangedLine[] }[] {
  return comparedFields.flatMap((field) => {
    const [old, next] = [textOf(before, field), textOf(after, field)];
    if (old === next) return [];
    const lines = changedLines(old, next).filter(({ text, kind }) => text !== '' || kind === 'same');
    return [{ field, lines }];
  });
}

const letters: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'sch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
};

/** A name for addresses from a title: `Ревизор кода` → `revizor-koda`; empty when nothing is left. */
export function nameFrom(title: string): string {
  const name = [...title.toLowerCase()]
    .map((letter) => letters[letter] ?? letter)
    .join('')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
  if (name.length < 2) return '';
  return reservedRoleNames.has(name) ? `${name}-role` : name;
}

/** Why a name cannot be one; null when it can. */
export function faultOfName(name: string): 'form' | 'reserved' | null {
  if (!/^[a-z][a-z0-9-]{1,39}$/.test(name)) return 'form';
  return reservedRoleNames.has(name) ? 'reserved' : null;
}
