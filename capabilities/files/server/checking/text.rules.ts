const markup = /^\s*(?:<[!?a-z/]|%!ps|#!)/i;

/** Whether bytes are plain text: well-formed UTF-8 without control characters, and no markup or script by its look. */
export function isPlainText(bytes: Uint8Array): boolean {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return false;
  }
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 32 && code !== 9 && code !== 10 && code !== 13) return false;
    if (code === 127) return false;
  }
  return !markup.test(text);
}
