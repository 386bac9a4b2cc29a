import { Box, Button, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useLanguage, useText } from '#platform/web';
import { addExceptions, removeException } from '../sheet/calendar-edit.rules.ts';
import type { CalendarRow } from '../sheet/sheet.ts';
import { planningTexts } from '../texts.ts';
import { factsOf, type Pattern, usualSpans } from './month.rules.ts';

export interface DayFactsProps {
  readonly pattern: Pattern;
  readonly day: string;
  /** Left out where nothing can be changed. */
  readonly onChange?: (change: (calendar: CalendarRow) => CalendarRow) => void;
}

/** The chosen day in words, and a step to make it another than usual. */
export function DayFacts({ pattern, day, onChange }: DayFactsProps): ReactNode {
  const t = useText(planningTexts);
  const language = useLanguage();
  const { spans, hours, exception } = factsOf(pattern, day);
  const date = new Intl.DateTimeFormat(language, {
    timeZone: 'UTC',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  }).format(Date.parse(`${day}T00:00Z`));
  const isAlone = exception !== null && (exception.to === '' || exception.to === exception.from);
  const times = spans.map(({ from, to }) => `${from}–${to}`).join(', ');
  return (
    <Box sx={{ mt: 1, p: 1.5, borderRadius: '10px', bgcolor: 'action.hover', display: 'grid', gap: 1 }}>
      <div>
        <Typography sx={{ fontWeight: 600, '&::first-letter': { textTransform: 'uppercase' } }}>
          {date}
        </Typography>
        <Typography variant="body2">{hours === 0 ? t('calendar.off') : times}</Typography>
        {exception === null ? null : (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {exception.name.trim() === '' ? t('month.exception') : exception.name}
          </Typography>
        )}
      </div>
      {onChange === undefined ? null : (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          {isAlone ? (
            <Button
              size="small"
              variant="outlined"
              color="inherit"
              onClick={() => onChange((before) => removeException(before, exception.key))}
            >
              {t('month.as_usual')}
            </Button>
          ) : (
            <Button
              size="small"
              variant="outlined"
              color="inherit"
              onClick={() =>
                onChange((before) =>
                  addExceptions(before, [
                    { from: day, to: '', name: '', spans: hours === 0 ? usualSpans(before, day) : [] },
                  ]),
                )
              }
            >
              {t(hours === 0 ? 'month.make_working' : 'month.make_off')}
            </Button>
          )}
        </Box>
      )}
    </Box>
  );
}
