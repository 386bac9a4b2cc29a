/** A text somebody asks again and again; `{{name}}` stands for what changes. */
export interface Prompt {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

export const mostPrompts = 200;
export const longestTitle = 120;
export const longestText = 10_000;

const variable = /\{\{\s*([\p{L}_][\p{L}\p{N}_ -]{0,39}?)\s*\}\}/gu;

const ofThemselves: ReadonlyMap<string, (now: Date) => string> = new Map([
  ['дата', (now: Date) => new Intl.DateTimeFormat('ru').format(now)],
  ['date', (now: Date) => new Intl.DateTimeFormat('en-CA').format(now)],
]);

/** The names of what has to be filled in, in the order they appear; dates fill themselves. */
export function variablesOf(text: string): readonly string[] {
  const names = [...text.matchAll(variable)].map(([, name = '']) => name);
  return [...new Set(names)].filter((name) => !ofThemselves.has(name.toLowerCase()));
}

/** Puts values in the place of names; names without a value stay as they are. */
export function fillPrompt(text: string, values: Readonly<Record<string, string>>, now: Date): string {
  return text.replace(variable, (whole, name: string) => {
    const own = ofThemselves.get(name.toLowerCase());
    if (own !== undefined) return own(now);
    return Object.hasOwn(values, name) ? (values[name] ?? whole) : whole;
  });
}

const isText = (value: unknown, limit: number): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.length <= limit;

/** Reads kept prompts; whatever is none is left out. */
export function readPrompts(kept: unknown): readonly Prompt[] {
  if (!Array.isArray(kept)) return [];
  return kept
    .flatMap((entry: unknown) => {
      const fields = new Map(typeof entry === 'object' && entry !== null ? Object.entries(entry) : []);
      const [id, title, text]: unknown[] = [fields.get('id'), fields.get('title'), fields.get('text')];
      return isText(id, 64) && isText(title, longestTitle) && isText(text, longestText)
        ? [{ id, title, text }]
        : [];
    })
    .slice(0, mostPrompts);
}
