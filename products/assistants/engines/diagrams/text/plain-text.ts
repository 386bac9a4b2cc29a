/** Longer labels are cut: no reader needs more in a box, and renderers have limits of their own. */
export const labelLimit = 300;

const controls = /[\p{Cc}\p{Zl}\p{Zp}\s]+/gu;
// Private-use characters are markers inside renderers; direction overrides make text lie about itself.
const unsafe = /[\p{Co}\p{Cn}\p{Cs}\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

/** One line of visible characters, at most `labelLimit` of them; `fallback` where nothing is left. */
export function plainText(raw: string, fallback = '·'): string {
  const head = raw.length > labelLimit * 8 ? raw.slice(0, labelLimit * 8) : raw;
  const line = head.replace(controls, ' ').replace(unsafe, '\uFFFD').trim();
  const points = [...line];
  const cut = points.length > labelLimit || head.length < raw.length;
  const text = cut ? `${points.slice(0, labelLimit).join('').trimEnd()}…` : line;
  return text === '' ? fallback : text;
}
