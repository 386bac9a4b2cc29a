import type { Measure } from './requirement.ts';
import { unitTable } from './units/tables.ts';
import type { Token } from './words.ts';

const upper = new Set([
  'до',
  'менее',
  'меньше',
  'max',
  'within',
  'under',
  'below',
  'за',
  'позднее',
  'позже',
  'дольше',
  'превышать',
  'превышает',
  'превышают',
  'exceed',
  'максимум',
  'ниже',
  'быстрее',
  'most',
]);
const lower = new Set([
  'от',
  'более',
  'больше',
  'свыше',
  'минимум',
  'least',
  'over',
  'above',
  'exceeding',
  'выше',
  'старше',
  'реже',
]);
const negations = new Set(['не', 'not', 'no']);
const ignored = new Set(['чем', 'than', 'at', 'the', 'в', 'течение', 'на', 'составлять', 'a', 'каждые']);

/** The unit a token (with the next one) names. */
export function unitAt(tokens: readonly Token[], at: number): (typeof unitTable)[number] | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  return unitTable.find((unit) =>
    unit.words.some((word) =>
      word.endsWith('*') ? token.lower.startsWith(word.slice(0, -1)) : token.lower === word,
    ),
  );
}

export const numberOf = (text: string): number => Number(text.replace(/[ \u00a0]/g, '').replace(',', '.'));

/** A clock time, a date, a version or an ordinary label, not a quantity. */
export const isLabel = (text: string): boolean => /:|\..*\.|^0\d/.test(text);

function comparisonBefore(tokens: readonly Token[], at: number): Measure['comparison'] {
  for (let back = at - 1; back >= Math.max(0, at - 5); back--) {
    const word = tokens[back]?.lower ?? '';
    const negated = negations.has(tokens[back - 1]?.lower ?? '');
    if (upper.has(word))
      return word !== 'за' && negated && !/превыша|позднее|позже|дольше|exceed/.test(word)
        ? 'at-least'
        : 'at-most';
    if (lower.has(word)) return negated ? 'at-most' : 'at-least';
    if (!ignored.has(word) && !negations.has(word) && tokens[back]?.kind !== 'sign') return 'equal';
  }
  return 'equal';
}

/** Numbers with their units; numbers without a unit count the noun that follows. */
export function measuresOf(tokens: readonly Token[]): readonly Measure[] {
  const found: Measure[] = [];
  tokens.forEach((token, at) => {
    if (token.kind !== 'number' || token.quoted || isLabel(token.text)) return;
    const skip =
      tokens[at + 1]?.kind === 'word' &&
      /^(рабоч|календарн|банковск|working|business|calendar|тыс|млн)/.test(tokens[at + 1]?.lower ?? '')
        ? 2
        : 1;
    const next = tokens[at + skip];
    const unit = unitAt(tokens, at + skip);
    const value = numberOf(token.text);
    if (!Number.isFinite(value)) return;
    const comparison = comparisonBefore(tokens, at);
    if (unit && next)
      found.push({
        value: value * unit.factor,
        unit: unit.name,
        dimension: unit.dimension,
        comparison,
        start: token.start,
        end: next.end,
      });
    else if (next?.kind === 'word' && next.lower.length > 2)
      found.push({
        value,
        unit: next.stem,
        dimension: 'count',
        comparison,
        start: token.start,
        end: next.end,
      });
    else found.push({ value, unit: '', dimension: 'none', comparison, start: token.start, end: token.end });
  });
  return found;
}
