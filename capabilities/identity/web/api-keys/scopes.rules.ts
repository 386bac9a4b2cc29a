/** What a scope of an API key opens: the summaries of its routes. */
export interface Scope {
  readonly name: string;
  readonly opens: readonly string[];
}

const entriesOf = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];

const textOf = (value: unknown, name: string): string | undefined => {
  const found = entriesOf(value).find(([key]) => key === name)?.[1];
  return typeof found === 'string' ? found : undefined;
};

/** The scopes that the routes of an OpenAPI document name in `x-scope`, in order of their names. */
export function scopesOf(document: Readonly<Record<string, unknown>>): readonly Scope[] {
  const scopes = new Map<string, Set<string>>();
  for (const [, path] of entriesOf(document['paths'])) {
    for (const [, operation] of entriesOf(path)) {
      const name = textOf(operation, 'x-scope');
      if (name === undefined) continue;
      const opens = scopes.get(name) ?? new Set<string>();
      const summary = textOf(operation, 'summary');
      if (summary !== undefined) opens.add(summary);
      scopes.set(name, opens);
    }
  }
  return [...scopes]
    .map(([name, opens]) => ({ name, opens: [...opens] }))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en'));
}
