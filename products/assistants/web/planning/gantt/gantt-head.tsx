import type { ReactNode } from 'react';
import { useLanguage } from '#platform/web';
import { type Tick, type TickUnit, type TimeScale, ticksOf, unitsOf, xOf } from './chart.rules.ts';

export const headHeight = 48;

const shapes: Readonly<Record<TickUnit, Intl.DateTimeFormatOptions>> = {
  day: { day: 'numeric' },
  week: { day: 'numeric', month: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  quarter: { month: 'short' },
  year: { year: 'numeric' },
};

function Row({
  ticks,
  scale,
  label,
  top,
  strong,
}: {
  readonly ticks: readonly Tick[];
  readonly scale: TimeScale;
  readonly label: (tick: Tick) => string;
  readonly top: number;
  readonly strong: boolean;
}): ReactNode {
  const height = headHeight / 2;
  return ticks.map((tick) => {
    const [x, end] = [xOf(scale, tick.from), xOf(scale, tick.to)];
    const text = label(tick);
    // A label that does not fit says nothing.
    const fits = end - x > text.length * 6.2;
    return (
      <g key={tick.from}>
        <path d={`M${end} ${top}v${height}`} stroke="var(--mui-palette-divider)" />
        {fits ? (
          <text
            x={strong ? x + 6 : (x + end) / 2}
            y={top + height / 2 + 4}
            textAnchor={strong ? 'start' : 'middle'}
            fontSize={12}
            fontWeight={strong ? 600 : 400}
            fill={`var(--mui-palette-text-${strong ? 'primary' : 'secondary'})`}
          >
            {text}
          </text>
        ) : null}
      </g>
    );
  });
}

/** The head of the time axis in two lines. */
export function GanttHead({ scale }: { readonly scale: TimeScale }): ReactNode {
  const language = useLanguage();
  const { major, minor } = unitsOf(scale.dayWidth);
  const labelled = (unit: TickUnit, wide: boolean) => {
    const short = unit === 'month' && !wide ? ({ month: 'short' } as const) : shapes[unit];
    const format = new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...short });
    return ({ from, to }: Tick): string =>
      unit === 'quarter'
        ? format.formatRange(from * 60_000, (to - 1) * 60_000)
        : format.format(from * 60_000);
  };
  return (
    <svg width={scale.width} height={headHeight} aria-hidden style={{ display: 'block' }}>
      <Row ticks={ticksOf(scale, major)} scale={scale} label={labelled(major, true)} top={0} strong />
      <Row
        ticks={ticksOf(scale, minor)}
        scale={scale}
        label={labelled(minor, false)}
        top={headHeight / 2}
        strong={false}
      />
      <path d={`M0 ${headHeight / 2}H${scale.width}`} stroke="var(--mui-palette-divider)" />
    </svg>
  );
}
