import { Box, FormControlLabel, Stack, Switch, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import { PickMany } from '../pick-many.tsx';
import { setUsers, usersOf } from '../sheet/calendar-edit.rules.ts';
import type { Sheet } from '../sheet/sheet.ts';
import type { SheetControl } from '../sheet/use-sheet.ts';
import { taskLabel } from '../task-label.ts';
import { planningTexts } from '../texts.ts';

/** Says in one line who works by a calendar. */
export function useUses(): (sheet: Sheet, id: string) => string {
  const t = useText(planningTexts);
  return (sheet, id) => {
    const { plan, resources, tasks } = usersOf(sheet, id);
    const parts = [
      ...(plan ? [t('calendar.of_plan')] : []),
      ...(resources.length === 0 ? [] : [t('resource.count', { count: resources.length })]),
      ...(tasks.length === 0 ? [] : [t('calendar.of_tasks', { count: tasks.length })]),
    ];
    return parts.length === 0 ? t('calendar.unused') : parts.join(' · ');
  };
}

export interface CalendarUsesProps {
  readonly control: SheetControl;
  readonly id: string;
}

/** Who works by a calendar: the plan, resources, tasks. */
export function CalendarUses({ control, id }: CalendarUsesProps): ReactNode {
  const t = useText(planningTexts);
  const { sheet, change } = control;
  const users = usersOf(sheet, id);
  return (
    <Box component="section" aria-label={t('calendar.uses')}>
      <Typography variant="h3" component="h2" sx={{ mb: 1 }}>
        {t('calendar.uses')}
      </Typography>
      <Stack spacing={1.5}>
        <FormControlLabel
          control={
            <Switch
              checked={users.plan}
              onChange={(_event, on) => change((before) => setUsers(before, id, { plan: on }))}
            />
          }
          label={t('calendar.whole_plan')}
        />
        <PickMany
          label={t('resource.title')}
          options={sheet.resources.map((row) => ({ id: row.id, name: row.name || row.id }))}
          value={users.resources}
          onChange={(resources) => change((before) => setUsers(before, id, { resources }))}
        />
        <PickMany
          label={t('tab.table')}
          options={sheet.tasks.map((row) => ({ id: row.key, name: taskLabel(row) }))}
          value={users.tasks}
          help={t('calendar.tasks_help')}
          onChange={(tasks) => change((before) => setUsers(before, id, { tasks }))}
        />
      </Stack>
    </Box>
  );
}
