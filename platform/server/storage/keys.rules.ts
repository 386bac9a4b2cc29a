import { Refusal } from '#base/refusal';

const longestKey = 512;
// Most file systems take 255 bytes a name; the disk adapter adds a mark.
const longestSegment = 200;
const segment = /^[a-z0-9_-][a-z0-9._-]*$/;
const contentTypePattern = /^[\w.+-]{1,100}\/[\w.+-]{1,100}(?:; ?[\w-]{1,50}=[\w.+-]{1,100})?$/;

function isSegment(text: string): boolean {
  return text.length <= longestSegment && segment.test(text);
}

/** Refuses keys that are absolute, empty, too long, hidden (`.x`), contain `..` or anything but `a-z0-9/._-`. */
export function checkKey(key: string): void {
  if (key.length <= longestKey && key.split('/').every(isSegment)) return;
  throw new Refusal('invalid', 'storage.bad_key', 'This is no name a file can be stored under.');
}

/** A prefix is a beginning of a key: everything, or whole segments and the first characters of the next. */
export function checkPrefix(prefix: string): void {
  const parts = prefix.split('/');
  const last = parts.pop() ?? '';
  if (prefix.length <= longestKey && parts.every(isSegment) && (last === '' || isSegment(last))) return;
  throw new Refusal('invalid', 'storage.bad_key', 'No stored file has a name that begins like this.');
}

/** Refuses what is no media type; nothing else may reach a header. */
export function checkContentType(contentType: string): void {
  if (contentTypePattern.test(contentType)) return;
  throw new Refusal('invalid', 'storage.bad_content_type', 'This is no type of a file.');
}
