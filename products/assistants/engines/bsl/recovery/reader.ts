import type { ParseErrorCode } from '../parse-errors.ts';
import { T, type TokenKind } from '../token-kind.ts';
import type { Tokens } from '../tokens.ts';

/** What may stand after a part of a construct; `open`: the construct may end there, so what follows it may, too. */
export interface Follow {
  readonly kinds: ReadonlySet<TokenKind>;
  readonly open: boolean;
}

export const followed = (kinds: readonly TokenKind[], open = false): Follow => ({
  kinds: new Set(kinds),
  open,
});
export const atEnd: Follow = followed([], true);

/** A place where a module is told to be faulty. */
export interface ToldFault {
  readonly code: ParseErrorCode;
  readonly token: number;
}

/** Thrown inside a construct that cannot go on; the construct catches it. */
class Stuck extends Error {
  readonly code: ParseErrorCode;
  readonly token: number;
  constructor(code: ParseErrorCode, token: number) {
    super(code);
    this.code = code;
    this.token = token;
  }
}

/** Deeper nesting than any person writes; a limit on recursion, not on the length of a module. */
const deepest = 1_000;
const mostKinds = 128;

/**
 * Reads tokens with the recovery that generated parsers have: one token too many is passed over, one that lacks is
 * made up, and a construct that cannot go on is left at the next token that something around it waits for.
 */
export interface Reader {
  readonly tokens: Tokens;
  readonly faults: ToldFault[];
  /** The first tokens of the constructs that were left. */
  readonly left: ToldFault[];
  at: number;
  kind(): TokenKind;
  peek(ahead: number): TokenKind;
  /** The token so many ahead. */
  place(ahead: number): number;
  is(kind: TokenKind): boolean;
  next(): number;
  take(kind: TokenKind): number;
  /** The token of the kind: its index, or -1 for one made up. */
  match(kind: TokenKind, code: ParseErrorCode, after: Follow): number;
  /** Before a choice: the next token must begin one of its alternatives. */
  sync(expected: ReadonlySet<TokenKind>, code: ParseErrorCode, isRepeated?: boolean): void;
  /** A construct within another one, after which `after` may stand. */
  within(after: Follow, read: () => void): void;
  /** Reads ahead without recovery; answers what was read, or throws at the place where nothing fits, standing at the start. */
  ahead<Result>(read: () => Result): Result;
  /** Whether the reading is one ahead. */
  isAhead(): boolean;
  /** Whether something could be read here without recovery. */
  fits(read: () => void): boolean;
  stuck(code: ParseErrorCode, token?: number): never;
  /** Passes over the preprocessor lines before the next token. */
  pass(): void;
}

export function createReader(tokens: Tokens, isDirectiveBefore: (token: number) => boolean): Reader {
  /** Places where reading ahead does not fit, each tried once. */
  const dead = new Map<number, Stuck>();
  const frames: Follow[] = [];
  const starts: number[] = [];
  /** How many constructs wait for a kind of token. */
  const awaited = new Uint32Array(mostKinds);
  const wait = ({ kinds }: Follow, step: 1 | -1): void => {
    for (const kind of kinds) awaited[kind] = (awaited[kind] ?? 0) + step;
  };
  let strict = 0;
  let isRecovering = false;
  let lastStuck = -1;
  let passed = -1;
  const lastCodes = new Set<string>();

  const settled = (): void => {
    isRecovering = false;
    lastStuck = -1;
    lastCodes.clear();
  };
  const mayFollow = (kind: TokenKind, after: Follow): boolean => {
    if (after.kinds.has(kind)) return true;
    let isOpen = after.open;
    for (let index = frames.length - 1; isOpen && index >= 0; index -= 1) {
      const frame = frames[index];
      if (frame === undefined) return false;
      if (frame.kinds.has(kind)) return true;
      isOpen = frame.open;
    }
    return false;
  };
  const skipUntilAwaited = (more?: ReadonlySet<TokenKind>): void => {
    const first = reader.at;
    while (!reader.is(T.EndOfFile)) {
      // The word after `&` is a part of the annotation, not a name.
      const isWord = reader.at > 0 && tokens.kind(reader.at - 1) === T.Ampersand;
      const kind = reader.kind();
      if (!isWord && ((awaited[kind] ?? 0) > 0 || more?.has(kind))) return;
      if (reader.at > first && frames.length > 0 && isDirectiveBefore(reader.at)) return;
      reader.next();
    }
  };
  const recover = (fault: Stuck): void => {
    const state = `${fault.code} ${starts.length} ${[...(frames.at(-1)?.kinds ?? [])].join()}`;
    isRecovering = true;
    if (lastStuck === reader.at && lastCodes.has(state)) reader.next();
    lastStuck = reader.at;
    lastCodes.add(state);
    skipUntilAwaited();
  };
  const reader: Reader = {
    tokens,
    faults: [],
    left: [],
    at: 0,
    kind: () => tokens.kind(reader.at),
    peek: (ahead) => tokens.kind(reader.place(ahead)),
    place: (ahead) => reader.at + ahead,
    is: (kind) => tokens.kind(reader.at) === kind,
    next() {
      const token = reader.at;
      if (token < tokens.count - 1) reader.at += 1;
      return token;
    },
    take(kind) {
      if (tokens.kind(reader.at) !== kind) return -1;
      settled();
      return reader.next();
    },
    match(kind, code, after) {
      if (tokens.kind(reader.at) === kind) {
        settled();
        return reader.next();
      }
      if (strict > 0) return reader.stuck(code);
      const isCut = isDirectiveBefore(reader.at);
      if (!isCut && reader.peek(1) === kind && !reader.is(T.EndOfFile)) {
        reader.next();
        settled();
        return reader.next();
      }
      // A preprocessor line may stand where a label may.
      if (mayFollow(isCut ? T.Tilde : reader.kind(), after)) {
        reader.faults.push({ code, token: starts.at(-1) ?? reader.at });
        isRecovering = true;
        return -1;
      }
      return reader.stuck(code);
    },
    sync(expected, code, isRepeated = false) {
      if (strict > 0) {
        if (!expected.has(reader.kind())) reader.stuck(code);
        return;
      }
      if (isRecovering || expected.has(reader.kind())) return;
      if (isRepeated) {
        isRecovering = true;
        skipUntilAwaited(expected);
      } else if (expected.has(reader.peek(1)) && !reader.is(T.EndOfFile)) {
        reader.next();
        settled();
      } else reader.stuck(code);
    },
    within(after, read) {
      if (frames.length > deepest) reader.stuck('tooDeep');
      const start = reader.at;
      frames.push(after);
      wait(after, 1);
      starts.push(start);
      try {
        read();
      } catch (fault) {
        if (!(fault instanceof Stuck) || strict > 0) throw fault;
        const isEnd = tokens.kind(fault.token) === T.EndOfFile;
        reader.faults.push({ code: fault.code, token: isEnd ? start : fault.token });
        if (frames.length > 1) reader.left.push({ code: fault.code, token: start });
        recover(fault);
      } finally {
        frames.pop();
        wait(after, -1);
        starts.pop();
      }
    },
    ahead(read) {
      const start = reader.at;
      const known = dead.get(start);
      if (known !== undefined) throw known;
      const [stuckAt, codes, recovering] = [lastStuck, [...lastCodes], isRecovering];
      strict += 1;
      try {
        const result = read();
        settled();
        return result;
      } catch (fault) {
        if (fault instanceof Stuck) dead.set(start, fault);
        reader.at = start;
        lastStuck = stuckAt;
        for (const code of codes) lastCodes.add(code);
        isRecovering = recovering;
        throw fault;
      } finally {
        strict -= 1;
      }
    },
    isAhead: () => strict > 0,
    fits(read) {
      const [start, stuckAt, recovering, codes] = [reader.at, lastStuck, isRecovering, [...lastCodes]];
      let isFit = true;
      strict += 1;
      try {
        read();
      } catch (fault) {
        if (!(fault instanceof Stuck)) throw fault;
        isFit = false;
      } finally {
        strict -= 1;
      }
      reader.at = start;
      lastStuck = stuckAt;
      isRecovering = recovering;
      for (const code of codes) lastCodes.add(code);
      return isFit;
    },
    stuck(code, token = reader.at) {
      throw new Stuck(code, token);
    },
    pass() {
      if (!isRecovering || reader.at <= passed || !isDirectiveBefore(reader.at)) return;
      passed = reader.at;
      settled();
    },
  };
  return reader;
}
