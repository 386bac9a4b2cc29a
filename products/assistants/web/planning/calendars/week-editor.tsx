import ContentCopyRounded from '@mui/icons-material/ContentCopyRounded';
import { Box, Button, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useLanguage, useText } from '#platform/web';
import { setDay } from '../sheet/calendar-edit.rules.ts';
import type { CalendarFault } from '../sheet/faults.rules.ts';
import type { CalendarRow } from '../sheet/sheet.ts';
import { planningTexts } from '../texts.ts';
import { weekdayNames } from './day-names.ts';
import { SpansField } from './spans-field.tsx';

export interface WeekEditorProps {
  readonly calendar: CalendarRow;
  readonly faults: readonly CalendarFault[];
  readonly onChange: (change: (calendar: CalendarRow) => CalendarRow, about?: string) => void;
}

/** Working time of each day of the week. */
export function WeekEditor({ calendar, faults, onChange }: WeekEditorProps): ReactNode {
  const t = useText(planningTexts);
  const language = useLanguage();
  const [long, short] = [weekdayNames(language, 'long'), weekdayNames(language, 'short')];
  return (
    <Box component="section" aria-label={t('calendar.week')}>
      <Typography variant="h3" component="h2" sx={{ mb: 1 }}>
        {t('calendar.week')}
      </Typography>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 0.75 }}>
        {calendar.week.map((spans, day) => (
          <Box
            component="li"
            key={long[day]}
            sx={{ display: 'grid', gridTemplateColumns: '36px minmax(0, 1fr)', gap: 1, alignItems: 'start' }}
          >
            <Typography title={long[day]} sx={{ pt: '8px', fontWeight: 560 }}>
              {short[day]}
            </Typography>
            <SpansField
              of={long[day] ?? ''}
              spans={spans}
              faults={faults.filter(({ part }) => part === `week-${day}`).map(({ text }) => text)}
              onChange={(next, about) =>
                onChange(
                  (before) => setDay(before, day, next),
                  about === undefined ? undefined : `week-${day}:${about}`,
                )
              }
            />
          </Box>
        ))}
      </Box>
      <Button
        size="small"
        color="inherit"
        startIcon={<ContentCopyRounded fontSize="small" />}
        sx={{ mt: 1 }}
        onClick={() =>
          onChange((before) => {
            const monday = before.week[0] ?? [];
            return [1, 2, 3, 4].reduce((made, day) => setDay(made, day, monday), before);
          })
        }
      >
        {t('calendar.like_monday')}
      </Button>
    </Box>
  );
}
