export type TextPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'marker'; readonly marker: number };

const reference = /\[([1-9]\d{0,3}(?:, ?[1-9]\d{0,3})*)\]/g;

/**
 * Cuts an answer at its references `[2]` or `[1, 3]`. Only numbers of given citations become markers; everything else
 * stays text, so that joining the parts (a marker as `[n]`) loses no word.
 */
export function splitCited(text: string, known: ReadonlySet<number>): readonly TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(reference)) {
    const markers = (match[1] ?? '').split(',').map(Number);
    if (!markers.every((marker) => known.has(marker))) continue;
    if (match.index > from) parts.push({ kind: 'text', text: text.slice(from, match.index) });
    for (const marker of markers) parts.push({ kind: 'marker', marker });
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) });
  return parts;
}

/** The text with the references of known citations taken out, for reading aloud and copying. */
export function withoutMarkers(text: string, known: ReadonlySet<number>): string {
  return splitCited(text, known)
    .map((part) => (part.kind === 'text' ? part.text : ''))
    .join('')
    .replace(/[ \t]+([.,;:!?…])/g, '$1')
    .replace(/[ \t]{2,}/g, ' ')
    .trim();
}
