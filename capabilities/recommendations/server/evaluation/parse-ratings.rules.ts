import { Refusal } from '#base/refusal';

export interface Rating {
  readonly user: string;
  readonly item: string;
}

const refuse = (text: string): Refusal =>
  new Refusal('invalid', 'recommendations.not_a_ratings_file', `This is no file of ratings: ${text}.`);

function separatorOf(line: string): string {
  const found = ['::', '\t', ';', ','].find((separator) => line.includes(separator));
  if (found === undefined) throw refuse('its first line has one column');
  return found;
}

const cellsOf = (line: string, separator: string): readonly string[] =>
  line.split(separator).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));

/** Where the columns of people and items are, and whether the first line is a heading. */
function layoutOf(first: readonly string[]): { user: number; item: number; heading: boolean } {
  const user = first.findIndex((cell) => /^user/i.test(cell));
  const item = first.findIndex((cell) => /^(item|movie|quest|book|product|track|anime)/i.test(cell));
  if (user >= 0 && item >= 0) return { user, item, heading: true };
  const value = first[2];
  const heading = value !== undefined && value !== '' && Number.isNaN(Number(value));
  return { user: 0, item: 1, heading };
}

/** Reads `u.data` (tabs), `ratings.dat` (`::`) or CSV with or without a heading; each person and item once. */
export function parseRatings(text: string): readonly Rating[] {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  const firstLine = lines[0] ?? '';
  const separator = separatorOf(firstLine);
  const { user, item, heading } = layoutOf(cellsOf(firstLine, separator));
  const known = new Map<string, Rating>();
  lines.forEach((line, at) => {
    if (line === '' || (heading && at === 0)) return;
    const cells = cellsOf(line, separator);
    const rating = { user: cells[user] ?? '', item: cells[item] ?? '' };
    if (rating.user === '' || rating.item === '') throw refuse(`line ${at + 1} lacks a person or an item`);
    known.set(`${rating.user}\0${rating.item}`, rating);
  });
  return [...known.values()];
}
