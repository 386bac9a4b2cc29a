import { Compile } from 'typebox/compile';
import { SocketClientFrame } from '../../contract/index.ts';

const validator = Compile(SocketClientFrame);

/** What a client said; undefined when it makes no sense. */
export function parseClientFrame(text: string): SocketClientFrame | undefined {
  try {
    const value: unknown = JSON.parse(text);
    // NUL and lone surrogates cannot be kept.
    if (text.includes('\\u0000') || !JSON.stringify(value).isWellFormed()) return undefined;
    return validator.Check(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
