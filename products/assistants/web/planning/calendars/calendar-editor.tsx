import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import { Alert, Box, Button, Card, Stack, TextField } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useNotice, useText } from '#platform/web';
import { addExceptions, changeCalendar } from '../sheet/calendar-edit.rules.ts';
import type { PlacedFaults } from '../sheet/faults.rules.ts';
import type { CalendarRow } from '../sheet/sheet.ts';
import type { SheetControl } from '../sheet/use-sheet.ts';
import { planningTexts } from '../texts.ts';
import type { PlanFormats } from '../use-formats.ts';
import { CalendarUses } from './calendar-uses.tsx';
import { DayFacts } from './day-facts.tsx';
import { ExceptionsEditor } from './exceptions-editor.tsx';
import { MonthView } from './month-view.tsx';
import { useHolidays } from './use-holidays.ts';
import { WeekEditor } from './week-editor.tsx';

export interface CalendarEditorProps {
  readonly control: SheetControl;
  readonly faults: PlacedFaults;
  readonly formats: PlanFormats;
  readonly calendar: CalendarRow;
  readonly years: readonly number[];
  /** The day the month begins to be shown from. */
  readonly firstDay: string;
  readonly onRemove: () => void;
}

/** A calendar: its week, the days that differ, who works by it, and what comes out. */
export function CalendarEditor(props: CalendarEditorProps): ReactNode {
  const { control, faults, formats, calendar, years, firstDay, onRemove } = props;
  const t = useText(planningTexts);
  const notice = useNotice();
  const holidays = useHolidays();
  const [day, setDay] = useState(firstDay);
  const { key } = calendar;
  const told = faults.calendars.get(key) ?? [];
  const whole = told.filter(({ part }) => part === 'whole');
  const change = (write: (before: CalendarRow) => CalendarRow, about?: string): void =>
    control.change(
      (before) => changeCalendar(before, key, write),
      about === undefined ? undefined : `${key}:${about}`,
    );
  const addHolidays = async (): Promise<void> => {
    try {
      const cells = await holidays(years);
      change((before) => {
        const known = new Set(before.exceptions.map(({ from, to }) => `${from} ${to}`));
        const fresh = cells.filter(({ from, to }) => !known.has(`${from} ${to}`));
        return fresh.length === 0 ? before : addExceptions(before, fresh);
      });
    } catch (problem) {
      notice.error(problem);
    }
  };
  return (
    <Stack spacing={2} sx={{ minWidth: 0 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'flex-start' }}>
        <TextField
          size="small"
          label={t('calendar.name')}
          value={calendar.name}
          error={whole.some(({ severity }) => severity === 'error')}
          onChange={({ target }) => change((before) => ({ ...before, name: target.value }), 'name')}
          slotProps={{ htmlInput: { maxLength: 500, 'data-calendar': key } }}
          sx={{ flex: '1 1 220px', minWidth: 0 }}
        />
        <Button color="inherit" startIcon={<DeleteOutlined />} onClick={onRemove}>
          {t('calendar.remove')}
        </Button>
      </Box>
      {whole.map(({ at, text, severity }) => (
        <Alert key={`${at} ${text}`} severity={severity}>
          {text}
        </Alert>
      ))}
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          alignItems: 'start',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1.25fr) minmax(0, 1fr)' },
        }}
      >
        <Card sx={{ p: { xs: 1.5, sm: 2 }, minWidth: 0 }}>
          <WeekEditor calendar={calendar} faults={told} onChange={change} />
        </Card>
        <Card sx={{ p: { xs: 1.5, sm: 2 }, minWidth: 0 }}>
          <MonthView pattern={calendar} formats={formats} day={day} onDay={setDay} />
          <DayFacts pattern={calendar} day={day} onChange={change} />
        </Card>
        <Card sx={{ p: { xs: 1.5, sm: 2 }, minWidth: 0, gridColumn: { lg: '1 / -1' } }}>
          <ExceptionsEditor
            calendar={calendar}
            faults={told}
            formats={formats}
            years={years}
            day={day}
            onChange={change}
            onHolidays={() => void addHolidays()}
          />
        </Card>
        <Card sx={{ p: { xs: 1.5, sm: 2 }, minWidth: 0, gridColumn: { lg: '1 / -1' } }}>
          <CalendarUses control={control} id={calendar.id} />
        </Card>
      </Box>
    </Stack>
  );
}
