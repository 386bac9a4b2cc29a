import ChevronLeftRounded from '@mui/icons-material/ChevronLeftRounded';
import ChevronRightRounded from '@mui/icons-material/ChevronRightRounded';
import { Box, IconButton, Typography } from '@mui/material';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { useLanguage, useText } from '#platform/web';
import { planningTexts } from '../texts.ts';
import type { PlanFormats } from '../use-formats.ts';
import { weekdayNames } from './day-names.ts';
import { dayAfter, factsOf, monthAfter, type Pattern, weekdayOf, weeksOf } from './month.rules.ts';
import { monthSx } from './month-sx.ts';

export interface MonthViewProps {
  readonly pattern: Pattern;
  readonly formats: PlanFormats;
  readonly day: string;
  readonly onDay: (day: string) => void;
}

/** Keys as in any grid of dates. */
function dayByKey(day: string, { key, shiftKey }: KeyboardEvent): string | null {
  switch (key) {
    case 'ArrowLeft':
      return dayAfter(day, -1);
    case 'ArrowRight':
      return dayAfter(day, 1);
    case 'ArrowUp':
      return dayAfter(day, -7);
    case 'ArrowDown':
      return dayAfter(day, 7);
    case 'Home':
      return dayAfter(day, -weekdayOf(day));
    case 'End':
      return dayAfter(day, 6 - weekdayOf(day));
    case 'PageUp':
      return monthAfter(day, shiftKey ? -12 : -1);
    case 'PageDown':
      return monthAfter(day, shiftKey ? 12 : 1);
    default:
      return null;
  }
}

/** What a calendar makes of each day of a month: working, off, or another than usual. */
export function MonthView({ pattern, formats, day, onDay }: MonthViewProps): ReactNode {
  const t = useText(planningTexts);
  const language = useLanguage();
  const grid = useRef<HTMLTableElement>(null);
  const byKey = useRef(false);
  useEffect(() => {
    if (!byKey.current) return;
    byKey.current = false;
    grid.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus();
  }, [day]);
  const at = (options: Intl.DateTimeFormatOptions, each: string): string =>
    new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options }).format(Date.parse(`${each}T00:00Z`));
  const title = at({ month: 'long', year: 'numeric' }, day);
  const [long, short] = [weekdayNames(language, 'long'), weekdayNames(language, 'short')];
  const words = (each: string): string => {
    const { hours, exception } = factsOf(pattern, each);
    const name = exception?.name.trim() ?? '';
    return [
      at({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }, each),
      hours === 0 ? t('calendar.off') : t('month.works', { hours: formats.hours(hours) }),
      ...(exception === null ? [] : [name === '' ? t('month.exception') : name]),
    ].join(', ');
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const next = dayByKey(day, event);
    if (next === null) return;
    event.preventDefault();
    byKey.current = true;
    onDay(next);
  };
  return (
    <Box>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5, mb: 1 }}>
        <Typography
          variant="h3"
          component="h2"
          aria-live="polite"
          sx={{ flexGrow: 1, '&::first-letter': { textTransform: 'uppercase' } }}
        >
          {title}
        </Typography>
        <IconButton aria-label={t('month.before')} onClick={() => onDay(monthAfter(day, -1))}>
          <ChevronLeftRounded />
        </IconButton>
        <IconButton aria-label={t('month.after')} onClick={() => onDay(monthAfter(day, 1))}>
          <ChevronRightRounded />
        </IconButton>
      </Box>
      <Box
        component="table"
        role="grid"
        aria-label={t('month.label', { month: title })}
        ref={grid}
        onKeyDown={onKeyDown}
        sx={monthSx}
      >
        <thead>
          <tr>
            {short.map((name, place) => (
              <th key={name} scope="col" abbr={long[place]}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(day).map((week) => (
            <tr key={week.find((each) => each !== null)}>
              {week.map((each, place) => {
                if (each === null) return <td key={long[place]} />;
                const { hours, exception } = factsOf(pattern, each);
                return (
                  <Box component="td" key={each} aria-selected={each === day}>
                    <button
                      type="button"
                      data-day={each}
                      data-hours={hours === 0 ? '–' : formats.number(hours)}
                      data-off={hours === 0 ? '' : undefined}
                      data-exception={exception === null ? undefined : ''}
                      tabIndex={each === day ? 0 : -1}
                      aria-label={words(each)}
                      onClick={() => onDay(each)}
                    >
                      {Number(each.slice(8))}
                    </button>
                  </Box>
                );
              })}
            </tr>
          ))}
        </tbody>
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
        {t('month.legend')}
      </Typography>
    </Box>
  );
}
