/** What somebody wrote as a limit: a number, nothing (no limit), or something that is neither. */
export type Limit = { readonly ok: true; readonly value: number | null } | { readonly ok: false };

export interface LimitKind {
  readonly most: number;
  /** How many digits of a fraction there may be. */
  readonly decimals: number;
}

export const tokenLimit: LimitKind = { most: 1_000_000_000_000, decimals: 0 };
/** The server keeps millionths. */
export const costLimit: LimitKind = { most: 1_000_000_000, decimals: 6 };

const wrong: Limit = { ok: false };
const spaces = /[\s\u00a0\u202f_]/g;

/**
 * Reads a limit as people of a language write it: spaces between thousands, in English commas too; a point before the
 * fraction, in Russian a comma too.
 */
export function readLimit(text: string, { most, decimals }: LimitKind, language: 'ru' | 'en'): Limit {
  const close = text.replace(spaces, '');
  const plain = language === 'ru' ? close.replace(',', '.') : close.replace(/,(?=\d{3}(?!\d))/g, '');
  if (plain === '') return { ok: true, value: null };
  const fraction = decimals === 0 ? '' : `(?:\\.\\d{1,${decimals}})?`;
  if (!new RegExp(`^\\d{1,15}${fraction}$`, 'u').test(plain)) return wrong;
  const value = Number(plain);
  return value > most ? wrong : { ok: true, value };
}

/** A limit as it is put into a field: read back, it is the same. */
export function writtenLimit(value: number | null, language: 'ru' | 'en'): string {
  if (value === null) return '';
  const [whole = '', fraction] = value
    .toFixed(6)
    .replace(/\.?0+$/, '')
    .split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, '\u00a0');
  return fraction === undefined ? grouped : `${grouped}${language === 'ru' ? ',' : '.'}${fraction}`;
}
