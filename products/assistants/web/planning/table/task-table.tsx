import AddRounded from '@mui/icons-material/AddRounded';
import { Box, Button, FormControlLabel, Stack, Switch, Typography, useMediaQuery } from '@mui/material';
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useText } from '#platform/web';
import type { GanttRow } from '../../../contract/index.ts';
import { addTask, moveTask, pasteCells, removeTask, setCell } from '../sheet/edit.rules.ts';
import type { PlacedFaults } from '../sheet/faults.rules.ts';
import { usualDistribution } from '../sheet/file-values.rules.ts';
import type { TaskColumn } from '../sheet/sheet.ts';
import type { SheetControl } from '../sheet/use-sheet.ts';
import { planningTexts } from '../texts.ts';
import type { PlanFormats } from '../use-formats.ts';
import { columns } from './columns.ts';
import { type RowAction, RowMenu } from './row-menu.tsx';
import { TableHead } from './table-head.tsx';
import { tableSx } from './table-sx.ts';
import { TaskRowView } from './task-row.tsx';
import { useColumnChoices } from './use-column-choices.ts';

export interface Spot {
  readonly place: number;
  readonly column: TaskColumn;
}

export interface TaskTableProps {
  readonly control: SheetControl;
  readonly faults: PlacedFaults;
  readonly dates: ReadonlyMap<string, GanttRow>;
  readonly formats: PlanFormats;
  /** The cell to go to; a new object goes there again. */
  readonly target: Spot | null;
}

const page = 150;
const isColumn = (name: string | undefined): name is TaskColumn =>
  columns.some(({ column }) => column === name);

function spotOf(target: EventTarget): Spot | null {
  if (!(target instanceof HTMLElement)) return null;
  const { place, column } = target.dataset;
  return place !== undefined && isColumn(column) ? { place: Number(place), column } : null;
}

/** The table of tasks: written in place, by keys alone if one likes. */
export function TaskTable({ control, faults, dates, formats, target }: TaskTableProps): ReactNode {
  const t = useText(planningTexts);
  const { sheet, change } = control;
  const narrow = useMediaQuery('(max-width: 600px)');
  const table = useRef<HTMLTableElement>(null);
  const wanted = useRef<Spot | null>(null);
  const [more, setMore] = useState(() =>
    sheet.tasks.some(
      ({ group, earliest, deadline, percent, actual, calendar, distribution }) =>
        `${group}${earliest}${deadline}${percent}${actual}${calendar}` !== '' ||
        distribution !== usualDistribution,
    ),
  );
  const [shown, setShown] = useState(page);
  const [menu, setMenu] = useState<{ readonly place: number; readonly anchor: HTMLElement } | null>(null);
  const shapes = useMemo(
    () =>
      columns
        .filter(({ extra = false }) => more || !extra)
        .map((shape) => (narrow && shape.column === 'name' ? { ...shape, width: 150 } : shape)),
    [more, narrow],
  );

  const choices = useColumnChoices(sheet.calendars);

  const reach = useCallback((spot: Spot): boolean => {
    const cell = table.current?.querySelector<HTMLElement>(
      `[data-place="${spot.place}"][data-column="${spot.column}"]`,
    );
    cell?.focus();
    if (cell instanceof HTMLInputElement && cell.type === 'text') cell.select();
    return cell !== null && cell !== undefined;
  }, []);

  useEffect(() => {
    if (target === null) return;
    wanted.current = target;
    setShown((before) => Math.max(before, target.place + 1));
    if (columns.some(({ column, extra = false }) => extra && column === target.column)) setMore(true);
  }, [target]);
  // A cell that is about to come into being gets the focus once it is there.
  useEffect(() => {
    if (wanted.current !== null && reach(wanted.current)) wanted.current = null;
  });

  const write = useCallback(
    (place: number, column: TaskColumn, text: string) =>
      change((before) => setCell(before, place, column, text), `${place}:${column}`),
    [change],
  );
  const openMenu = useCallback((place: number, anchor: HTMLElement) => setMenu({ place, anchor }), []);

  const act = (action: RowAction, { place, column }: Spot): void => {
    switch (action) {
      case 'add':
        wanted.current = { place: place + 1, column: 'name' };
        setShown((before) => Math.max(before, place + 2));
        change((before) => addTask(before, place));
        return;
      case 'up':
      case 'down': {
        const by = action === 'up' ? -1 : 1;
        wanted.current = { place: Math.max(0, Math.min(sheet.tasks.length - 1, place + by)), column };
        change((before) => moveTask(before, place, by));
        return;
      }
      case 'remove':
        wanted.current = { place: Math.max(0, Math.min(place, sheet.tasks.length - 2)), column };
        change((before) => removeTask(before, place));
    }
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const spot = spotOf(event.target);
    if (spot === null || event.nativeEvent.isComposing) return;
    const { key, altKey, ctrlKey, metaKey } = event;
    const free = event.target instanceof HTMLInputElement && event.target.type === 'text';
    const go = (place: number): void => {
      event.preventDefault();
      if (place < 0) return;
      if (place >= sheet.tasks.length) act('add', { ...spot, place: sheet.tasks.length - 1 });
      else reach({ ...spot, place });
    };
    const run = (action: RowAction): void => {
      event.preventDefault();
      // What is typed and not yet written belongs to the row it was typed in.
      if (event.target instanceof HTMLElement) event.target.blur();
      act(action, spot);
    };
    if (altKey && key === 'ArrowUp') run('up');
    else if (altKey && key === 'ArrowDown') run('down');
    else if ((ctrlKey || metaKey) && key === 'Enter') run('add');
    else if ((ctrlKey || metaKey) && key === 'Delete') run('remove');
    else if (key === 'Enter') go(spot.place + (event.shiftKey ? -1 : 1));
    else if (free && key === 'ArrowDown' && spot.place + 1 < sheet.tasks.length) go(spot.place + 1);
    else if (free && key === 'ArrowUp') go(spot.place - 1);
  };

  const onPaste = (event: ClipboardEvent<HTMLElement>): void => {
    const spot = spotOf(event.target);
    const text = event.clipboardData.getData('text/plain');
    if (spot === null || !/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    const order = shapes.map(({ column }) => column);
    change((before) => pasteCells(before, spot, order, text));
    setShown((before) => Math.max(before, spot.place + text.split('\n').length));
  };

  const width = shapes.reduce((sum, shape) => sum + shape.width, 0) + 2 * 128 + 48;
  return (
    <Stack spacing={1.5}>
      <Box
        sx={{
          overflow: 'auto',
          maxHeight: 'min(70vh, 720px)',
          border: 1,
          borderColor: 'divider',
          borderRadius: '12px',
          bgcolor: 'background.paper',
          // Focused cells do not hide below the columns that stay.
          scrollPaddingLeft: `${(shapes[0]?.width ?? 0) + (shapes[1]?.width ?? 0) + 8}px`,
          scrollPaddingTop: '52px',
        }}
      >
        <Box
          component="table"
          ref={table}
          aria-label={t('table.label')}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          sx={{ ...tableSx, width, minWidth: '100%' }}
        >
          <TableHead shapes={shapes} />
          <tbody>
            {sheet.tasks.slice(0, shown).map((row, place) => {
              const told = dates.get(row.id.trim());
              return (
                <TaskRowView
                  key={row.key}
                  row={row}
                  place={place}
                  shapes={shapes}
                  faults={faults.tasks.get(row.key)}
                  start={told === undefined ? '' : formats.date(told.start)}
                  finish={told === undefined ? '' : formats.date(told.finish)}
                  critical={told?.critical ?? false}
                  choices={choices}
                  onWrite={write}
                  onMenu={openMenu}
                />
              );
            })}
          </tbody>
        </Box>
      </Box>
      <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Button
          variant="outlined"
          color="inherit"
          startIcon={<AddRounded />}
          onClick={() => act('add', { place: sheet.tasks.length - 1, column: 'name' })}
        >
          {t('table.add_task')}
        </Button>
        {sheet.tasks.length > shown ? (
          <Button color="inherit" onClick={() => setShown(shown + page)}>
            {t('more', { count: sheet.tasks.length - shown })}
          </Button>
        ) : null}
        <FormControlLabel
          control={<Switch checked={more} onChange={(_event, on) => setMore(on)} />}
          label={t('table.more_columns')}
        />
      </Stack>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {narrow ? t('table.hint_touch') : t('table.hint')}
      </Typography>
      <RowMenu
        anchor={menu?.anchor ?? null}
        onClose={() => setMenu(null)}
        onAct={(action) => act(action, { place: menu?.place ?? 0, column: 'name' })}
      />
    </Stack>
  );
}
