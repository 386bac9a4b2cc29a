import { Box } from '@mui/material';
import { styled } from '@mui/material/styles';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { useText } from '#platform/web';
import { planningTexts } from '../texts.ts';
import type { PlanFormats } from '../use-formats.ts';
import {
  type ChartLine,
  type LinkPath,
  rowHeight,
  type TaskLine,
  type TimeScale,
  weekendsOf,
  xOf,
} from './chart.rules.ts';
import { PhaseBar, TaskShape } from './gantt-bars.tsx';

export interface GanttCanvasProps {
  readonly lines: readonly ChartLine[];
  readonly links: readonly LinkPath[];
  readonly scale: TimeScale;
  readonly today: number;
  readonly formats: PlanFormats;
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };

/** A group of shapes that can be pressed. */
const Bar = styled('g')({ cursor: 'pointer', outline: 'none' });

/** What a screen reader hears of a bar. */
function useSentence(formats: PlanFormats): (line: TaskLine) => string {
  const t = useText(planningTexts);
  return ({ row, task }) =>
    [
      row.name,
      row.milestone
        ? `${t('gantt.milestone')}, ${formats.date(row.start)}`
        : `${formats.date(row.start)} – ${formats.date(row.finish)}`,
      task === undefined || row.milestone ? '' : formats.days(task.duration_hours),
      row.critical ? t('gantt.critical') : t('gantt.float', { days: formats.days(row.total_float_hours) }),
      row.late ? t('gantt.late') : '',
    ]
      .filter((part) => part !== '')
      .join(', ');
}

/** The bars and links of a plan over time. Arrows lead from bar to bar, Enter opens one. */
export function GanttCanvas(props: GanttCanvasProps): ReactNode {
  const { lines, links, scale, today, formats, chosen, onChoose } = props;
  const t = useText(planningTexts);
  const sentence = useSentence(formats);
  const canvas = useRef<HTMLElement>(null);
  const height = lines.length * rowHeight;
  const firstId = lines.find((line) => line.kind === 'task')?.key;
  const chosenKey = chosen === null ? undefined : `task-${chosen}`;
  const stop = lines.some(({ key }) => key === chosenKey) ? chosenKey : firstId;

  const onKeyDown = (event: KeyboardEvent<SVGGElement>, line: TaskLine): void => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onChoose(line.row.id);
      return;
    }
    const bars = [...(canvas.current?.querySelectorAll<SVGElement>('[data-bar]') ?? [])];
    const at = bars.findIndex((bar) => bar.dataset['bar'] === line.row.id);
    const step = steps[event.key];
    const target =
      event.key === 'Home' ? 0 : event.key === 'End' ? bars.length - 1 : step === undefined ? -1 : at + step;
    const bar = bars[Math.min(bars.length - 1, event.key in steps ? Math.max(0, target) : target)];
    if (bar === undefined || target === -1) return;
    event.preventDefault();
    bar.focus();
    bar.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };

  return (
    <Box
      ref={canvas}
      sx={{
        '& .ring': { visibility: 'hidden' },
        '& [data-bar]:focus-visible .ring, & [data-bar][aria-pressed="true"] .ring': {
          visibility: 'visible',
        },
        '& [data-bar]:hover': { filter: 'brightness(1.08)' },
      }}
    >
      <svg width={scale.width} height={height} style={{ display: 'block' }}>
        <title>{t('gantt.label')}</title>
        <defs>
          {(['text-secondary', 'secondary-main'] as const).map((name) => (
            <marker
              key={name}
              id={`gantt-${name}`}
              viewBox="0 0 8 8"
              refX={7}
              refY={4}
              markerWidth={7}
              markerHeight={7}
              orient="auto"
            >
              <path d="M0 0L8 4L0 8z" fill={`var(--mui-palette-${name})`} />
            </marker>
          ))}
        </defs>
        {weekendsOf(scale).map(({ from, to }) => (
          <rect
            key={from}
            x={xOf(scale, from)}
            width={xOf(scale, to) - xOf(scale, from)}
            y={0}
            height={height}
            fill="var(--mui-palette-action-hover)"
          />
        ))}
        {lines.map(({ key }, place) => (
          <path
            key={key}
            d={`M0 ${(place + 1) * rowHeight - 0.5}H${scale.width}`}
            stroke="var(--mui-palette-divider)"
            opacity={0.6}
          />
        ))}
        {today > scale.from && today < scale.to ? (
          <path
            d={`M${xOf(scale, today)} 0V${height}`}
            stroke="var(--mui-palette-info-main)"
            strokeWidth={2}
            strokeDasharray="5 4"
          />
        ) : null}
        {links.map(({ key, path, critical }) => (
          <path
            key={key}
            d={path}
            fill="none"
            stroke={`var(--mui-palette-${critical ? 'secondary-main' : 'text-secondary'})`}
            strokeWidth={critical ? 1.75 : 1.25}
            opacity={critical ? 0.95 : 0.6}
            markerEnd={`url(#gantt-${critical ? 'secondary-main' : 'text-secondary'})`}
          />
        ))}
        {lines.map((line, place) =>
          line.kind === 'phase' ? (
            <PhaseBar key={line.key} line={line} scale={scale} y={place * rowHeight} />
          ) : (
            <Bar
              key={line.key}
              data-bar={line.row.id}
              role="button"
              tabIndex={line.key === stop ? 0 : -1}
              aria-label={sentence(line)}
              aria-pressed={line.row.id === chosen}
              onClick={() => onChoose(line.row.id)}
              onKeyDown={(event) => onKeyDown(event, line)}
            >
              <TaskShape line={line} scale={scale} y={place * rowHeight} />
            </Bar>
          ),
        )}
      </svg>
    </Box>
  );
}
