import { Refusal } from '#base/refusal';

const looked = 100_000;
/** More characters of this kind than one in so many are no text. */
const oneIn = 200;

/** Characters that modules and queries do not have: control characters, and those that decoding could not read. */
function isStrange(code: number): boolean {
  return code === 0xfffd || (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12);
}

/** @throws Refusal `invalid` `assistants.not_code` for bytes that were taken for text. */
export function checkText(text: string): void {
  let strange = 0;
  const length = Math.min(looked, text.length);
  for (let at = 0; at < length; at += 1) if (isStrange(text.charCodeAt(at))) strange += 1;
  if (text.includes('\u0000') || strange * oneIn > length)
    throw new Refusal('invalid', 'assistants.not_code', 'This is a binary file, not the text of a module.');
}
