export interface Options {
  readonly keepTogether: boolean;
  /** As typed: separated by commas. */
  readonly acronyms: string;
  /** As typed: one thing a line. */
  readonly glossary: string;
}

export const noOptions: Options = { keepTogether: false, acronyms: '', glossary: '' };

/** What the server takes with a text. */
export interface SentOptions {
  readonly keep_together?: boolean;
  readonly acronyms?: string[];
  readonly glossary?: string[][];
}

const mostEntries = 200;

const split = (text: string, longest: number): string[] =>
  text
    .split(/[,;]/)
    .map((word) => word.trim().slice(0, longest))
    .filter((word) => word !== '');

/** Options as they are sent; what is empty is left out. */
export function sentOptions({ keepTogether, acronyms, glossary }: Options): SentOptions {
  const words = split(acronyms.replaceAll('\n', ','), 40).slice(0, mostEntries);
  const things = glossary
    .split('\n')
    .map((line) => split(line, 80).slice(0, 20))
    .filter(({ length }) => length > 1)
    .slice(0, mostEntries);
  return {
    ...(keepTogether ? { keep_together: true } : {}),
    ...(words.length > 0 ? { acronyms: words } : {}),
    ...(things.length > 0 ? { glossary: things } : {}),
  };
}
