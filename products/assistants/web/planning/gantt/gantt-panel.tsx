import AddRounded from '@mui/icons-material/AddRounded';
import FitScreenRounded from '@mui/icons-material/FitScreenRounded';
import RemoveRounded from '@mui/icons-material/RemoveRounded';
import TableRowsOutlined from '@mui/icons-material/TableRowsOutlined';
import { Box, Button, Stack, Typography, useMediaQuery } from '@mui/material';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useText, visuallyHidden } from '#platform/web';
import type { PlanSchedule } from '../../../contract/index.ts';
import { planningTexts } from '../texts.ts';
import type { PlanFormats } from '../use-formats.ts';
import { fittingZoom, linesOf, linkPaths, scaleOf, type TaskLine, xOf, zooms } from './chart.rules.ts';
import { GanttCanvas } from './gantt-canvas.tsx';
import { GanttHead, headHeight } from './gantt-head.tsx';
import { GanttNames } from './gantt-names.tsx';
import { GanttTable } from './gantt-table.tsx';
import { Legend, ToolButton } from './gantt-tools.tsx';
import { TaskFacts } from './task-facts.tsx';

export interface GanttPanelProps {
  readonly result: PlanSchedule;
  readonly formats: PlanFormats;
  /** Leads to the task in the table. */
  readonly onEdit: (id: string) => void;
}

const page = 200;

/** Now, as a plan would write it: local time without a zone. */
function localNow(): number {
  const now = new Date();
  return now.getTime() / 60_000 - now.getTimezoneOffset();
}

/** The Gantt chart with its tools, its table and the task in hand. */
export function GanttPanel({ result, formats, onEdit }: GanttPanelProps): ReactNode {
  const t = useText(planningTexts);
  const frame = useRef<HTMLDivElement>(null);
  const narrow = useMediaQuery('(max-width: 600px)');
  const nameWidth = narrow ? 124 : 240;
  const [room, setRoom] = useState(0);
  const [zoom, setZoom] = useState<number | null>(null);
  const [shown, setShown] = useState(page);
  const [chosen, setChosen] = useState<string | null>(null);
  const [asTable, setAsTable] = useState(false);
  const all = useMemo(() => linesOf(result.gantt, result.schedule.tasks), [result]);
  const lines = useMemo(() => all.slice(0, shown), [all, shown]);

  useEffect(() => {
    const { current } = frame;
    if (current === null) return;
    setRoom(current.clientWidth);
    const watch = new ResizeObserver(() => setRoom(current.clientWidth));
    watch.observe(current);
    return () => watch.disconnect();
  }, []);

  const [today] = useState(localNow);
  const space = Math.max(200, room - nameWidth - 4);
  const dayWidth = zoom ?? Math.max(narrow ? 8 : 2, fittingZoom(all, space));
  const scale = useMemo(() => scaleOf(all, dayWidth, space, today), [all, dayWidth, space, today]);
  const links = useMemo(() => linkPaths(lines, scale), [lines, scale]);
  const tasks = lines.filter((line): line is TaskLine => line.kind === 'task');
  const chosenLine = tasks.find(({ row }) => row.id === chosen);
  const names = useMemo(() => new Map(result.gantt.map(({ id, name }) => [id, name])), [result]);
  const level = zooms.findLastIndex((each) => each <= dayWidth);
  const zoomTo = (next: number): void => {
    const value = zooms[Math.max(0, Math.min(zooms.length - 1, next))];
    if (value !== undefined) setZoom(value);
  };
  const hasToday = today > scale.from && today < scale.to;

  return (
    <Stack spacing={1.5}>
      <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Box sx={{ flex: '1 1 220px' }}>
          <Legend />
        </Box>
        <Box role="toolbar" aria-label={t('gantt.tools')} sx={{ display: 'flex' }}>
          <ToolButton
            icon={RemoveRounded}
            label={t('gantt.zoom_out')}
            disabled={level <= 0}
            onPress={() => zoomTo(level - 1)}
          />
          <ToolButton
            icon={AddRounded}
            label={t('gantt.zoom_in')}
            disabled={level >= zooms.length - 1}
            onPress={() => zoomTo(level + 1)}
          />
          <ToolButton
            icon={FitScreenRounded}
            label={t('gantt.fit')}
            onPress={() => setZoom(fittingZoom(all, space))}
          />
          {hasToday ? (
            <Button
              size="small"
              color="inherit"
              onClick={() =>
                frame.current?.scrollTo({
                  left: Math.max(0, xOf(scale, today) - space / 2),
                  behavior: 'smooth',
                })
              }
            >
              {t('gantt.today')}
            </Button>
          ) : null}
        </Box>
      </Stack>
      <Box
        ref={frame}
        role="group"
        aria-label={t('gantt.label')}
        sx={{
          overflow: 'auto',
          maxHeight: 'min(72vh, 760px)',
          border: 1,
          borderColor: 'divider',
          borderRadius: '12px',
          bgcolor: 'background.paper',
          display: 'grid',
          gridTemplateColumns: `${nameWidth}px ${scale.width}px`,
          alignItems: 'start',
          scrollPaddingLeft: `${nameWidth + 16}px`,
          scrollPaddingTop: `${headHeight + 4}px`,
        }}
      >
        <Box
          aria-hidden
          sx={{
            position: 'sticky',
            top: 0,
            left: 0,
            zIndex: 3,
            height: headHeight + 1,
            display: 'flex',
            alignItems: 'flex-end',
            px: 1.25,
            pb: 0.5,
            bgcolor: 'background.paper',
            borderRight: 1,
            borderBottom: 1,
            borderColor: 'divider',
            fontSize: '0.8125rem',
            fontWeight: 600,
            color: 'text.secondary',
          }}
        >
          {t('gantt.head.task')}
        </Box>
        <Box
          sx={{
            position: 'sticky',
            top: 0,
            zIndex: 2,
            bgcolor: 'background.paper',
            borderBottom: 1,
            borderColor: 'divider',
          }}
        >
          <GanttHead scale={scale} />
        </Box>
        <GanttNames lines={lines} chosen={chosen} onChoose={setChosen} />
        <GanttCanvas
          lines={lines}
          links={links}
          scale={scale}
          today={today}
          formats={formats}
          chosen={chosen}
          onChoose={setChosen}
        />
      </Box>
      {all.length > shown ? (
        <Box>
          <Button variant="outlined" color="inherit" onClick={() => setShown(shown + page)}>
            {t('more', { count: all.length - shown })}
          </Button>
        </Box>
      ) : null}
      {chosenLine === undefined ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('gantt.hint')}
        </Typography>
      ) : (
        <TaskFacts
          line={chosenLine}
          formats={formats}
          nameOf={(id) => names.get(id) ?? id}
          onEdit={() => onEdit(chosenLine.row.id)}
        />
      )}
      <Box>
        <Button
          size="small"
          color="inherit"
          startIcon={<TableRowsOutlined fontSize="small" />}
          aria-expanded={asTable}
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? t('table_hide') : t('table_show')}
        </Button>
      </Box>
      <Box sx={asTable ? { overflowX: 'auto' } : visuallyHidden}>
        <GanttTable lines={tasks} formats={formats} />
      </Box>
    </Stack>
  );
}
