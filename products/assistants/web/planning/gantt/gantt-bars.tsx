import type { ReactNode } from 'react';
import {
  barHeight,
  type ChartLine,
  deadlineMinutes,
  rowHeight,
  type TaskLine,
  type TimeScale,
  xOf,
} from './chart.rules.ts';

const inset = (rowHeight - barHeight) / 2;
const paint = (name: string): string => `var(--mui-palette-${name})`;

export function PhaseBar({
  line,
  scale,
  y,
}: {
  readonly line: ChartLine;
  readonly scale: TimeScale;
  readonly y: number;
}): ReactNode {
  const [x, end] = [xOf(scale, line.from), xOf(scale, line.to)];
  const top = y + rowHeight / 2 - 4;
  return (
    <path
      d={`M${x} ${top}H${end}V${top + 10}L${end - 5} ${top + 5}H${x + 5}L${x} ${top + 10}Z`}
      fill={paint('text-secondary')}
      opacity={0.75}
    />
  );
}

function colorOf({ row }: TaskLine): string {
  if (row.late) return paint('error-main');
  return paint(row.critical ? 'secondary-main' : 'primary-main');
}

/** The shape of a task: a bar with what is done and how far it may slip, or a diamond. */
export function TaskShape({
  line,
  scale,
  y,
}: {
  readonly line: TaskLine;
  readonly scale: TimeScale;
  readonly y: number;
}): ReactNode {
  const { row, from, to, slackTo } = line;
  const [x, end] = [xOf(scale, from), xOf(scale, to)];
  const middle = y + rowHeight / 2;
  const color = colorOf(line);
  const width = Math.max(4, end - x);
  const slack = xOf(scale, slackTo);
  const deadline = row.deadline === null ? null : xOf(scale, deadlineMinutes(row.deadline));
  return (
    <>
      {slack > end + 3 ? (
        <path
          d={`M${end} ${middle}H${slack}M${slack} ${middle - 4}V${middle + 4}`}
          stroke={color}
          strokeWidth={1.5}
          strokeDasharray="3 3"
          opacity={0.7}
          fill="none"
        />
      ) : null}
      {row.milestone ? (
        <path d={`M${x} ${middle - 9}l9 9l-9 9l-9-9z`} fill={color} />
      ) : (
        <>
          <rect
            x={x}
            y={y + inset}
            width={width}
            height={barHeight}
            rx={4}
            fill={color}
            opacity={row.percent_complete > 0 ? 0.45 : 0.92}
          />
          {row.percent_complete > 0 ? (
            <rect
              x={x}
              y={y + inset}
              width={(width * Math.min(100, row.percent_complete)) / 100}
              height={barHeight}
              rx={4}
              fill={color}
            />
          ) : null}
        </>
      )}
      {deadline === null ? null : (
        <path
          d={`M${deadline} ${y + inset - 3}v${barHeight + 6}m0 ${-(barHeight + 6)}l-5 -5h10z`}
          stroke={paint(row.late ? 'error-main' : 'text-secondary')}
          fill={paint(row.late ? 'error-main' : 'text-secondary')}
          strokeWidth={1.5}
        />
      )}
      <rect
        className="ring"
        x={x - (row.milestone ? 13 : 4)}
        y={y + inset - 4}
        width={(row.milestone ? 9 : width) + (row.milestone ? 17 : 8)}
        height={barHeight + 8}
        rx={7}
        fill="none"
        stroke={paint('text-primary')}
        strokeWidth={2}
      />
    </>
  );
}
