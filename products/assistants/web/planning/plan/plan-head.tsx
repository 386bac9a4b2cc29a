import { Box, MenuItem, TextField } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import { useCalendarChoices } from '../calendars/use-choices.ts';
import type { HeadField, PlacedFaults } from '../sheet/faults.rules.ts';
import type { SheetControl } from '../sheet/use-sheet.ts';
import { planningTexts } from '../texts.ts';
import { bases, levellings, type Scheduling } from './scheduling.ts';

export interface PlanHeadProps {
  readonly control: SheetControl;
  readonly faults: PlacedFaults;
  readonly scheduling: Scheduling;
  readonly onScheduling: (scheduling: Scheduling) => void;
}

const day = /^\d{4}-\d{2}-\d{2}$/;

/** What holds for the whole plan: name, start, money, and how dates are reckoned. */
export function PlanHead({ control, faults, scheduling, onScheduling }: PlanHeadProps): ReactNode {
  const t = useText(planningTexts);
  const { sheet, change } = control;
  const calendars = useCalendarChoices(sheet.calendars, t('calendar.usual'), sheet.calendar);
  const calendarFault = faults.head.get('calendar')?.text;
  const faultOf = (field: HeadField): string | undefined => faults.head.get(field)?.text;
  const field = (name: Exclude<HeadField, 'calendar'>, length: number, rest: object = {}): ReactNode => {
    const fault = faultOf(name);
    return (
      <TextField
        size="small"
        label={t(`head.${name}`)}
        value={sheet[name]}
        error={fault !== undefined}
        helperText={fault}
        onChange={({ target }) => change((before) => ({ ...before, [name]: target.value }), `head:${name}`)}
        slotProps={{ htmlInput: { maxLength: length }, inputLabel: { shrink: true } }}
        {...rest}
      />
    );
  };
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <Box
        sx={{
          display: { xs: 'grid', lg: 'flex' },
          flexWrap: 'wrap',
          gap: 1.5,
          gridTemplateColumns: '1fr 1fr',
          alignItems: 'start',
          '& > *': { flex: '1 1 150px', minWidth: 0 },
          '& > :first-of-type': { gridColumn: '1 / -1', flex: '4 1 320px' },
        }}
      >
        {field('name', 200, { required: true })}
        {field('start', 30, { type: sheet.start === '' || day.test(sheet.start) ? 'date' : 'text' })}
        {field('currency', 10)}
        {field('hoursPerDay', 10)}
        <TextField
          select
          size="small"
          label={t('head.calendar')}
          value={sheet.calendar}
          error={calendarFault !== undefined}
          helperText={calendarFault}
          onChange={({ target }) => change((before) => ({ ...before, calendar: target.value }))}
          slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
        >
          {calendars.map(({ value, label }) => (
            <MenuItem key={value} value={value}>
              {label}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          select
          size="small"
          label={t('head.basis')}
          value={scheduling.basis}
          onChange={({ target }) =>
            onScheduling({ ...scheduling, basis: bases.find((each) => each === target.value) ?? 'likely' })
          }
        >
          {bases.map((each) => (
            <MenuItem key={each} value={each}>
              {t(`basis.${each}`)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          select
          size="small"
          label={t('head.levelling')}
          value={scheduling.levelling}
          onChange={({ target }) =>
            onScheduling({
              ...scheduling,
              levelling: levellings.find((each) => each === target.value) ?? 'none',
            })
          }
        >
          {levellings.map((each) => (
            <MenuItem key={each} value={each}>
              {t(`levelling.${each}`)}
            </MenuItem>
          ))}
        </TextField>
      </Box>
    </Box>
  );
}
