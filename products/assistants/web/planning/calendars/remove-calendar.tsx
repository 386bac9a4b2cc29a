import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { ConfirmDialog, useText } from '#platform/web';
import { type CalendarUsers, removeCalendar } from '../sheet/calendar-edit.rules.ts';
import type { CalendarRow } from '../sheet/sheet.ts';
import type { SheetControl } from '../sheet/use-sheet.ts';
import { taskLabel } from '../task-label.ts';
import { planningTexts } from '../texts.ts';
import { calendarName } from './calendar-name.ts';

/** As it was when it was asked: what is said stays while the dialog goes. */
export interface RemovalQuestion {
  readonly calendar: CalendarRow;
  readonly users: CalendarUsers;
  readonly isOpen: boolean;
}

const nobody: CalendarUsers = { plan: false, resources: [], tasks: [] };

export interface RemoveCalendarProps {
  readonly control: SheetControl;
  /** Null: nothing was asked yet. */
  readonly question: RemovalQuestion | null;
  readonly onClose: () => void;
}

const told = 8;

/** Says who works by a calendar, and by which they will, before it goes. */
export function RemoveCalendar({ control, question, onClose }: RemoveCalendarProps): ReactNode {
  const t = useText(planningTexts);
  const { sheet, change } = control;
  const { calendar = null, users = nobody, isOpen = false } = question ?? {};
  const line = (label: string, names: readonly string[]): ReactNode =>
    names.length === 0 ? null : (
      <li>
        {`${label}: ${names.slice(0, told).join(', ')}`}
        {names.length > told ? ` ${t('faults.more', { count: names.length - told })}` : ''}
      </li>
    );
  return (
    <ConfirmDialog
      open={isOpen}
      title={t('calendar.remove_title', { name: calendar === null ? '' : calendarName(calendar) })}
      confirmLabel={t('calendar.remove')}
      destructive
      onClose={onClose}
      onConfirm={() => {
        if (calendar !== null) change((before) => removeCalendar(before, calendar.key));
      }}
    >
      <Typography>{t('calendar.remove_used')}</Typography>
      <Box component="ul" sx={{ my: 1, pl: 3 }}>
        {users.plan ? <li>{t('calendar.whole_plan')}</li> : null}
        {line(
          t('resource.title'),
          sheet.resources.filter(({ id }) => users.resources.includes(id)).map(({ name, id }) => name || id),
        )}
        {line(t('tab.table'), sheet.tasks.filter(({ key }) => users.tasks.includes(key)).map(taskLabel))}
      </Box>
      <Typography>{t(users.plan ? 'calendar.then_usual' : 'calendar.then_plan')}</Typography>
    </ConfirmDialog>
  );
}
