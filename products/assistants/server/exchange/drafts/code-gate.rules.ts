/** A stretch of an answer: words to show at once, or a block of code that is checked first. */
export type Stretch =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'block';
      /** The word after the fence, lower case. */
      readonly label: string;
      readonly code: string;
      /** As it came, fences included. */
      readonly raw: string;
    };

export interface CodeGate {
  /** Takes the next piece of the answer; gives what may go on. */
  push(piece: string): readonly Stretch[];
  /** The answer has ended: gives what was held. */
  end(): readonly Stretch[];
}

/** Labels of blocks that are held until they are checked; other blocks pass as they come. */
const held = new Set(['', 'bsl', '1c', '1с', 'os', 'sdbl', 'query', 'next']);

const fence = /^ {0,3}(`{3,})\s*([^\s`]*)[^`\n]*$/;
const beginsLikeFence = /^ {0,3}`{0,3}$|^ {0,3}`{3,}[^`\n]*$/;

/**
 * Lets words through as they come and holds blocks of BSL and queries back until they are whole. Only lines that may
 * be a fence wait for their end.
 */
export function createCodeGate(): CodeGate {
  let line = '';
  /** How much of the line was let through. */
  let shown = 0;
  let block: { fence: string; label: string; raw: string; code: string; isHeld: boolean } | undefined;
  let ready: Stretch[] = [];

  function say(text: string): void {
    const last = ready.at(-1);
    if (text === '') return;
    if (last?.kind === 'text') ready[ready.length - 1] = { kind: 'text', text: last.text + text };
    else ready.push({ kind: 'text', text });
  }

  function close(): void {
    if (block?.isHeld === true)
      ready.push({ kind: 'block', label: block.label, code: block.code, raw: block.raw });
    block = undefined;
  }

  /** `ending` is the line's end, or empty at the end of the answer. */
  function takeLine(ending: string): void {
    const [, ticks = '', label = ''] = fence.exec(line.trimEnd()) ?? [];
    if (block === undefined && ticks !== '') {
      const isHeld = held.has(label.toLowerCase());
      block = { fence: ticks, label: label.toLowerCase(), raw: line + ending, code: '', isHeld };
      if (!isHeld) say(line.slice(shown) + ending);
    } else if (block !== undefined) {
      const isEnd = ticks.length >= block.fence.length && label === '';
      if (block.isHeld) {
        block.raw += line + ending;
        if (!isEnd) block.code += line + ending;
      } else say(line.slice(shown) + ending);
      if (isEnd) close();
    } else say(line.slice(shown) + ending);
    line = '';
    shown = 0;
  }

  /** Shows what is there of an unfinished line unless it may become a fence. */
  function showLine(): void {
    if (block?.isHeld === true || (shown === 0 && beginsLikeFence.test(line))) return;
    say(line.slice(shown));
    shown = line.length;
  }

  function given(): readonly Stretch[] {
    const out = ready;
    ready = [];
    return out;
  }

  return {
    push(piece) {
      const parts = piece.split('\n');
      parts.forEach((part, at) => {
        line += part;
        if (at < parts.length - 1) takeLine('\n');
      });
      showLine();
      return given();
    },
    end() {
      if (line !== '') takeLine('');
      close();
      return given();
    },
  };
}
