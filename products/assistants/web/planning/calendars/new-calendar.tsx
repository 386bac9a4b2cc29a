import AddRounded from '@mui/icons-material/AddRounded';
import { Button, Menu, MenuItem } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useNotice, useText } from '#platform/web';
import { type CalendarDraft, officeWeek, roundTheClockWeek } from '../sheet/calendar-edit.rules.ts';
import type { CalendarRow } from '../sheet/sheet.ts';
import { planningTexts } from '../texts.ts';
import { calendarName } from './calendar-name.ts';
import { yearsText } from './exceptions-editor.tsx';
import { useHolidays } from './use-holidays.ts';

export interface NewCalendarProps {
  /** What a copy would be of. */
  readonly chosen: CalendarRow | null;
  readonly years: readonly number[];
  readonly onAdd: (draft: CalendarDraft) => void;
}

/** Begins a calendar from a usual one, or from a copy. */
export function NewCalendar({ chosen, years, onAdd }: NewCalendarProps): ReactNode {
  const t = useText(planningTexts);
  const notice = useNotice();
  const holidays = useHolidays();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const begin = (draft: CalendarDraft): void => {
    setAnchor(null);
    onAdd(draft);
  };
  const beginRussian = async (): Promise<void> => {
    setAnchor(null);
    try {
      const exceptions = await holidays(years);
      onAdd({ name: t('calendar.russia_name', { years: yearsText(years) }), week: officeWeek, exceptions });
    } catch (problem) {
      notice.error(problem);
    }
  };
  return (
    <>
      <Button
        variant="outlined"
        color="inherit"
        startIcon={<AddRounded />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        {t('calendar.add')}
      </Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        <MenuItem
          onClick={() => begin({ name: t('calendar.office_name'), week: officeWeek, exceptions: [] })}
        >
          {t('calendar.office')}
        </MenuItem>
        {years.length === 0 ? null : (
          <MenuItem onClick={() => void beginRussian()}>
            {t('calendar.russia', { years: yearsText(years) })}
          </MenuItem>
        )}
        <MenuItem
          onClick={() => begin({ name: t('calendar.always_name'), week: roundTheClockWeek, exceptions: [] })}
        >
          {t('calendar.always')}
        </MenuItem>
        {chosen === null ? null : (
          <MenuItem
            onClick={() =>
              begin({
                name: t('copy_of', { name: calendarName(chosen) }).slice(0, 500),
                week: chosen.week,
                exceptions: chosen.exceptions,
              })
            }
          >
            {t('calendar.copy', { name: calendarName(chosen) })}
          </MenuItem>
        )}
      </Menu>
    </>
  );
}
