/** One piece of text as the page places it. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

export interface PdfLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly page: number;
}

/** Pieces on one height become one line; a gap wider than a fifth of the letters is a space. */
export function linesOf(pieces: readonly PlacedText[], page: number): readonly PdfLine[] {
  const lines: { pieces: PlacedText[]; y: number }[] = [];
  for (const piece of pieces) {
    if (piece.text === '') continue;
    const last = lines.at(-1);
    if (last && Math.abs(last.y - piece.y) < Math.max(2, piece.size * 0.4)) last.pieces.push(piece);
    else lines.push({ pieces: [piece], y: piece.y });
  }
  return lines
    .map((line) => {
      let text = '';
      let end = Number.NaN;
      for (const piece of line.pieces) {
        const apart = piece.x - end > piece.size * 0.2;
        text += apart && !/\s$/.test(text) && !/^\s/.test(piece.text) ? ` ${piece.text}` : piece.text;
        end = piece.x + piece.width;
      }
      const size = Math.max(...line.pieces.map((piece) => piece.size));
      return { text: text.replace(/\s+/g, ' ').trim(), x: line.pieces[0]?.x ?? 0, y: line.y, size, page };
    })
    .filter((line) => line.text !== '');
}

/** Running heads and page numbers: lines at a page's edge that repeat on most pages, digits apart. */
export function withoutRunningLines(pages: readonly (readonly PdfLine[])[]): readonly (readonly PdfLine[])[] {
  if (pages.length < 3) return pages;
  const key = (line: PdfLine): string => line.text.replace(/\d+/g, '#');
  const seen = new Map<string, number>();
  const edges = (lines: readonly PdfLine[]): readonly PdfLine[] => [
    ...new Set([...lines.slice(0, 1), ...lines.slice(-1)]),
  ];
  for (const lines of pages)
    for (const line of edges(lines)) seen.set(key(line), (seen.get(key(line)) ?? 0) + 1);
  return pages.map((lines) => {
    const edge = new Set(edges(lines).filter((line) => (seen.get(key(line)) ?? 0) > pages.length * 0.6));
    return lines.filter((line) => !edge.has(line));
  });
}
