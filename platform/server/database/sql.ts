import { createHash } from 'node:crypto';

/** A statement with its values; values never become part of the text. Made by the `sql` tag only. */
export interface Sql {
  readonly text: string;
  readonly values: readonly unknown[];
}

interface Fragment extends Sql {
  readonly parts: readonly string[];
}

const maxNames = 2_000;
const names = new Map<string, string>();

function isFragment(value: unknown): value is Fragment {
  return typeof value === 'object' && value !== null && 'parts' in value && 'text' in value;
}

/**
 * Builds a statement: interpolated values become parameters, interpolated `sql` fragments are merged in.
 * There is no way to interpolate raw text.
 */
export function sql(strings: TemplateStringsArray, ...inputs: readonly unknown[]): Sql {
  const parts: string[] = [strings[0] ?? ''];
  const values: unknown[] = [];
  inputs.forEach((input, index) => {
    const following = strings[index + 1] ?? '';
    if (isFragment(input)) {
      parts[parts.length - 1] += input.parts[0] ?? '';
      parts.push(...input.parts.slice(1));
      values.push(...input.values);
      parts[parts.length - 1] += following;
    } else {
      values.push(input);
      parts.push(following);
    }
  });
  let text = parts[0] ?? '';
  for (let index = 1; index < parts.length; index += 1) text += `$${index}${parts[index]}`;
  const fragment: Fragment = { text, values, parts };
  return fragment;
}

/** Joins fragments with a separator written in the program, for example conditions with sql` AND `. */
export function joinSql(fragments: readonly Sql[], separator: Sql): Sql {
  const [first, ...rest] = fragments;
  return rest.reduce((left, right) => sql`${left}${separator}${right}`, first ?? sql``);
}

/**
 * Compares a uuid column with ids: `WHERE id ${amongIds(ids)}`. One id is compared by `=`, whose plan PostgreSQL keeps;
 * it takes an array of unknown length for ten values and so plans an array of one anew at every execution.
 */
export function amongIds(ids: readonly string[]): Sql {
  return ids.length === 1 ? sql`= ${ids[0]}::uuid` : sql`= ANY(${ids}::uuid[])`;
}

/**
 * The name under which a statement is prepared once per connection. Bounded: when a program makes more
 * different texts than `maxNames`, later ones run unprepared (undefined).
 */
export function statementName(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= maxNames) return undefined;
  const name = `q_${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;
  names.set(text, name);
  return name;
}
