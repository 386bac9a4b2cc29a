/** Numbers strings in order of first appearance; numbers are never reused. */
export interface Dictionary {
  /** The number of a word, given one if new. */
  readonly intern: (word: string) => number;
  /** The number of a known word, or -1. */
  readonly find: (word: string) => number;
  readonly word: (number: number) => string;
  readonly size: () => number;
  readonly bytes: () => number;
}

export function createDictionary(): Dictionary {
  const numbers = new Map<string, number>();
  const words: string[] = [];
  let characters = 0;
  return {
    intern: (word) => {
      const known = numbers.get(word);
      if (known !== undefined) return known;
      const number = words.length;
      // A slice of a long string would keep the whole string alive.
      const own = Buffer.from(word, 'utf16le').toString('utf16le');
      numbers.set(own, number);
      words.push(own);
      characters += own.length;
      return number;
    },
    find: (word) => numbers.get(word) ?? -1,
    word: (number) => words[number] ?? '',
    size: () => words.length,
    bytes: () => characters * 2 + words.length * 72,
  };
}
