import { maxPromptText, maxPromptTitle } from '../../../contract/index.ts';

/** A prompt as earlier versions kept it in the browser. */
export interface BrowserPrompt {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

const mostInBrowser = 200;

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

/** Whether texts hold every word of a search, whatever its case. */
export function holdsWords(search: string, ...texts: readonly string[]): boolean {
  const all = texts.join(' ').toLowerCase();
  const words = search.toLowerCase().split(/\s+/);
  return words.every((word) => all.includes(word));
}

/** Reads kept prompts; whatever is none is left out. */
export function readPrompts(kept: unknown): readonly BrowserPrompt[] {
  if (!Array.isArray(kept)) return [];
  return kept
    .flatMap((entry: unknown) => {
      const fields = new Map(typeof entry === 'object' && entry !== null ? Object.entries(entry) : []);
      const [id, title, text]: unknown[] = [fields.get('id'), fields.get('title'), fields.get('text')];
      return isText(id, 64) && isText(title, maxPromptTitle) && isText(text, maxPromptText)
        ? [{ id, title, text }]
        : [];
    })
    .slice(0, mostInBrowser);
}
