/** What the picture says. */
export interface CardFacts {
  readonly title: string;
  readonly score: number;
  readonly minutes: number;
  readonly points: number;
  readonly language: 'ru' | 'en';
}

/** A line of text on the picture: where it stands (pixels from the top left), how large, in which colour. */
export interface CardText {
  readonly left: number;
  readonly top: number;
  /** Pixels. */
  readonly size: number;
  readonly bold: boolean;
  readonly colour: string;
  readonly text: string;
}

/** The size that link previews use. */
export const cardSize = { width: 1_200, height: 630 } as const;

const words = {
  ru: { done: 'Квест пройден', score: 'очков', minutes: 'мин', points: 'точек' },
  en: { done: 'Quest finished', score: 'points', minutes: 'min', points: 'stops' },
} as const;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Titles are an author's words; the text engine reads markup. */
export function escapeMarkup(text: string): string {
  return text.replace(/\p{C}/gu, '').replace(/[&<>]/g, (char) => escapes[char] ?? '');
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
  const shown = lines.length <= 3 ? lines : [...lines.slice(0, 2), lines.slice(2).join(' ')];
  return shown.map((one) => (one.length > width + 4 ? `${one.slice(0, width + 3)}…` : one));
}

const white = '#ffffff';
const margin = 80;

/** No place and no other names: it will be shown to strangers. */
export function layOutCard(facts: CardFacts): readonly CardText[] {
  const text = words[facts.language];
  const figures = [
    [facts.score, text.score],
    [facts.minutes, text.minutes],
    [facts.points, text.points],
  ] as const;
  return [
    { left: margin, top: 90, size: 40, bold: false, colour: '#9fd6ff', text: text.done },
    ...titleLines(facts.title).map((line, index) => ({
      left: margin,
      top: 165 + index * 84,
      size: 66,
      bold: true,
      colour: white,
      text: line,
    })),
    ...figures.flatMap(([figure, word], index) => {
      const left = margin + index * 340;
      return [
        { left, top: 455, size: 72, bold: true, colour: white, text: String(figure) },
        { left, top: 545, size: 32, bold: false, colour: '#cfe3ff', text: word },
      ];
    }),
  ];
}

const from = [18, 58, 107] as const;
const to = [11, 110, 105] as const;

/** A gradient with a dotted way across it, as raw RGB. */
export function drawGround(): Uint8Array {
  const { width, height } = cardSize;
  const pixels = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const part = (x / width + y / height) / 2;
      const way = 420 + 70 * Math.sin(x / 170) - x / 14;
      const dot = Math.hypot((x % 34) - 17, y - way) < 6 ? 0.25 : 0;
      const at = (y * width + x) * 3;
      for (let channel = 0; channel < 3; channel += 1) {
        const low = from[channel] ?? 0;
        const colour = low + ((to[channel] ?? 0) - low) * part;
        pixels[at + channel] = colour + (255 - colour) * dot;
      }
    }
  }
  return pixels;
}
