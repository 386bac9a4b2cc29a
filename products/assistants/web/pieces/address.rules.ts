const largest = 10_000_000;

/** A number from one on, as an address tells it; null for anything else. */
export function numberIn(query: URLSearchParams, name: string): number | null {
  const text = query.get(name);
  const value = Number(text);
  return text !== null && Number.isInteger(value) && value >= 1 && value <= largest ? value : null;
}

/** The first and the last line an address leads to; one-based. */
export function linesIn(query: URLSearchParams): readonly [first: number, last: number] | null {
  const line = numberIn(query, 'line');
  return line === null ? null : [line, Math.max(line, numberIn(query, 'last') ?? line)];
}
