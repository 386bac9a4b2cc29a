import { Box, Card, Stack, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useText } from '#platform/web';
import {
  addCalendar,
  type CalendarDraft,
  officeWeek,
  removeCalendar,
  usersOf,
} from '../sheet/calendar-edit.rules.ts';
import type { PlacedFaults } from '../sheet/faults.rules.ts';
import type { CalendarRow } from '../sheet/sheet.ts';
import type { SheetControl } from '../sheet/use-sheet.ts';
import { planningTexts } from '../texts.ts';
import type { PlanFormats } from '../use-formats.ts';
import { CalendarEditor } from './calendar-editor.tsx';
import { CalendarList } from './calendar-list.tsx';
import { calendarName } from './calendar-name.ts';
import { useUses } from './calendar-uses.tsx';
import { DayFacts } from './day-facts.tsx';
import { MonthView } from './month-view.tsx';
import { NewCalendar } from './new-calendar.tsx';
import { type RemovalQuestion, RemoveCalendar } from './remove-calendar.tsx';

export interface CalendarsPanelProps {
  readonly control: SheetControl;
  readonly faults: PlacedFaults;
  readonly formats: PlanFormats;
  /** Years the plan goes through. */
  readonly years: readonly number[];
  readonly firstDay: string;
  /** The key of the calendar to be shown; null: that of the plan. */
  readonly chosen: string | null;
  readonly onChoose: (key: string) => void;
}

const usual = 'usual';
const usualPattern = { week: officeWeek, exceptions: [] };

function Usual({ formats, firstDay }: Pick<CalendarsPanelProps, 'formats' | 'firstDay'>): ReactNode {
  const t = useText(planningTexts);
  const [day, setDay] = useState(firstDay);
  return (
    <Card sx={{ p: { xs: 1.5, sm: 2 }, minWidth: 0, maxWidth: 520 }}>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1.5 }}>
        {t('calendar.usual_help')}
      </Typography>
      <MonthView pattern={usualPattern} formats={formats} day={day} onDay={setDay} />
      <DayFacts pattern={usualPattern} day={day} />
    </Card>
  );
}

/** The calendars of a plan: who works when. */
export function CalendarsPanel(props: CalendarsPanelProps): ReactNode {
  const { control, faults, formats, years, firstDay, chosen, onChoose } = props;
  const t = useText(planningTexts);
  const uses = useUses();
  const [asked, setAsked] = useState<RemovalQuestion | null>(null);
  const { sheet, change } = control;
  const { calendars } = sheet;
  const shown =
    calendars.find(({ key }) => key === chosen) ??
    (chosen === usual ? undefined : (calendars.find(({ id }) => id === sheet.calendar) ?? calendars[0]));
  const add = (draft: CalendarDraft): void => {
    change((before) => addCalendar(before, draft));
    onChoose(addCalendar(sheet, draft).calendars.at(-1)?.key ?? usual);
  };
  const remove = (calendar: CalendarRow): void => {
    const users = usersOf(sheet, calendar.id);
    const isUsed = users.plan || users.resources.length + users.tasks.length > 0;
    if (isUsed) setAsked({ calendar, users, isOpen: true });
    else change((before) => removeCalendar(before, calendar.key));
  };
  return (
    <Stack spacing={2}>
      <Box
        sx={{
          display: 'grid',
          gap: 1.5,
          alignItems: 'start',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'minmax(0, 1fr) auto' },
        }}
      >
        <CalendarList
          items={[
            ...calendars.map((row) => ({
              key: row.key,
              name: calendarName(row),
              uses: uses(sheet, row.id),
              isFaulty: faults.calendars.has(row.key),
            })),
            {
              key: usual,
              name: t('calendar.usual'),
              uses: sheet.calendar === '' ? t('calendar.of_plan') : t('calendar.unused'),
              isFaulty: false,
            },
          ]}
          chosen={shown?.key ?? usual}
          onChoose={onChoose}
        />
        <NewCalendar chosen={shown ?? null} years={years} onAdd={add} />
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary', maxWidth: '90ch' }}>
        {t('calendar.help')}
      </Typography>
      {shown === undefined ? (
        <Usual formats={formats} firstDay={firstDay} />
      ) : (
        <CalendarEditor
          key={shown.key}
          control={control}
          faults={faults}
          formats={formats}
          calendar={shown}
          years={years}
          firstDay={firstDay}
          onRemove={() => remove(shown)}
        />
      )}
      <RemoveCalendar
        control={control}
        question={asked}
        onClose={() => setAsked((before) => before && { ...before, isOpen: false })}
      />
    </Stack>
  );
}
