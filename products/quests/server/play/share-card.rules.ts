/** What the picture says. */
export interface CardFacts {
  readonly title: string;
  readonly score: number;
  readonly minutes: number;
  readonly points: number;
  readonly language: 'ru' | 'en';
}

const words = {
  ru: { done: 'Квест пройден', score: 'очков', minutes: 'мин', points: 'точек' },
  en: { done: 'Quest finished', score: 'points', minutes: 'min', points: 'stops' },
} as const;

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Titles are an author's words: they must stay text inside the drawing. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => escapes[char] ?? '').replace(/[^\P{C}\n]/gu, '');
}

/** Breaks a title into at most three lines that fit the picture. */
export function titleLines(title: string, width = 24): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of title.split(/\s+/)) {
    const next = line === '' ? word : `${line} ${word}`;
    if (next.length <= width || line === '') line = next;
    else {
      lines.push(line);
      line = word;
    }
  }
  lines.push(line);
  if (lines.length <= 3)
    return lines.map((one) => (one.length > width + 6 ? `${one.slice(0, width + 5)}…` : one));
  return [
    ...lines.slice(0, 2),
    `${lines
      .slice(2)
      .join(' ')
      .slice(0, width - 1)}…`,
  ];
}

/** A 1200×630 drawing (the size link previews use), drawn by us alone: no outside reference, no place, no other names. */
export function drawCard(facts: CardFacts): string {
  const text = words[facts.language];
  const title = titleLines(facts.title)
    .map((line, index) => `<tspan x="80" y="${240 + index * 84}">${escapeXml(line)}</tspan>`)
    .join('');
  const figures = [
    [facts.score, text.score],
    [facts.minutes, text.minutes],
    [facts.points, text.points],
  ] as const;
  const columns = figures
    .map(
      ([figure, word], index) =>
        `<text x="${80 + index * 340}" y="530" font-size="76" font-weight="700" fill="#fff">${figure}</text>` +
        `<text x="${80 + index * 340}" y="580" font-size="34" fill="#cfe3ff">${word}</text>`,
    )
    .join('');
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" font-family="DejaVu Sans, Arial, sans-serif">' +
    '<defs><linearGradient id="sky" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#123a6b"/>' +
    '<stop offset="1" stop-color="#0b6e69"/></linearGradient></defs>' +
    '<rect width="1200" height="630" fill="url(#sky)"/>' +
    '<path d="M-20 470 C 260 380 380 560 640 430 S 1010 250 1240 330" fill="none" stroke="#fff" stroke-opacity=".25" stroke-width="10" stroke-dasharray="4 26" stroke-linecap="round"/>' +
    `<text x="80" y="140" font-size="40" fill="#9fd6ff">${text.done}</text>` +
    `<text font-size="68" font-weight="700" fill="#fff">${title}</text>${columns}</svg>`
  );
}
