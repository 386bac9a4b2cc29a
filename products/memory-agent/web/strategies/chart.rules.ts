export interface Day {
  readonly day: string;
  readonly success_rate: number | null;
}

export interface Chart {
  /** One SVG path per unbroken stretch of days that were judged. */
  readonly lines: readonly string[];
  /** Stretches of one day have no line: they are dots. */
  readonly dots: readonly { readonly x: number; readonly y: number }[];
  readonly last: { readonly x: number; readonly y: number } | null;
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** Success (0 to 1, bottom to top) over the days, evenly spaced inside the margin; days without judgement interrupt it. */
export function chartOf(days: readonly Day[], width: number, height: number, margin: number): Chart {
  const step = days.length > 1 ? (width - 2 * margin) / (days.length - 1) : 0;
  const stretches: { x: number; y: number }[][] = [];
  let current: { x: number; y: number }[] | null = null;
  days.forEach(({ success_rate: rate }, index) => {
    if (rate === null) {
      current = null;
      return;
    }
    if (current === null) {
      current = [];
      stretches.push(current);
    }
    const share = Math.min(1, Math.max(0, rate));
    current.push({
      x: round(days.length > 1 ? margin + index * step : width / 2),
      y: round(margin + (1 - share) * (height - 2 * margin)),
    });
  });
  return {
    lines: stretches
      .filter(({ length }) => length > 1)
      .map((points) => points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('')),
    dots: stretches.flatMap((points) => (points.length === 1 ? points : [])),
    last: stretches.at(-1)?.at(-1) ?? null,
  };
}
