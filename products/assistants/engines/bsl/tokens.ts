import { T, type TokenKind } from './token-kind.ts';

/** A stretch of the source by offsets in UTF-16 units; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The tokens a parser reads, as columns: comments, white space and preprocessor lines are not among them.
 * The last one is `T.EndOfFile`, empty, at the end of the text. Indexes beyond it answer as the last one does.
 */
export interface Tokens {
  readonly source: string;
  /** How many, the end of file included. */
  readonly count: number;
  kind(index: number): TokenKind;
  start(index: number): number;
  end(index: number): number;
  text(index: number): string;
  /** Lower-case text: names are compared without regard to case. */
  key(index: number): string;
  /** The first token that begins at or after the offset. */
  at(offset: number): number;
}

/** Growing columns that the lexer fills. */
export class TokenColumns implements Tokens {
  readonly source: string;
  count = 0;
  #kinds: Uint8Array;
  #starts: Uint32Array;
  #ends: Uint32Array;
  /** Lower-case texts that were asked for: many readers ask for the same ones. */
  readonly #keys: (string | undefined)[] = [];

  constructor(source: string) {
    this.source = source;
    const room = Math.max(64, source.length >> 2);
    this.#kinds = new Uint8Array(room);
    this.#starts = new Uint32Array(room);
    this.#ends = new Uint32Array(room);
  }

  push(kind: TokenKind, start: number, end: number): void {
    if (this.count === this.#kinds.length) this.#grow();
    this.#kinds[this.count] = kind;
    this.#starts[this.count] = start;
    this.#ends[this.count] = end;
    this.count += 1;
  }

  kind(index: number): TokenKind {
    return index < this.count ? (this.#kinds[index] as TokenKind) : T.EndOfFile;
  }

  start(index: number): number {
    return index < this.count ? (this.#starts[index] ?? 0) : this.source.length;
  }

  end(index: number): number {
    return index < this.count ? (this.#ends[index] ?? 0) : this.source.length;
  }

  text(index: number): string {
    return this.source.slice(this.start(index), this.end(index));
  }

  key(index: number): string {
    const known = this.#keys[index];
    if (known !== undefined) return known;
    const key = this.text(index).toLowerCase();
    if (index >= 0 && index < this.count) this.#keys[index] = key;
    return key;
  }

  at(offset: number): number {
    let [low, high] = [0, this.count - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.start(middle) >= offset) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  #grow(): void {
    const room = this.#kinds.length * 2;
    const [kinds, starts, ends] = [new Uint8Array(room), new Uint32Array(room), new Uint32Array(room)];
    kinds.set(this.#kinds);
    starts.set(this.#starts);
    ends.set(this.#ends);
    [this.#kinds, this.#starts, this.#ends] = [kinds, starts, ends];
  }
}
