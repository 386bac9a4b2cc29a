import AddRounded from '@mui/icons-material/AddRounded';
import CloseRounded from '@mui/icons-material/CloseRounded';
import { Box, IconButton, Tooltip, Typography } from '@mui/material';
import { type ReactNode, useId } from 'react';
import { useText } from '#platform/web';
import { withSpan } from '../sheet/calendar-edit.rules.ts';
import { tidyClock } from '../sheet/clock.rules.ts';
import type { SpanCells } from '../sheet/sheet.ts';
import { SmallField } from '../small-field.tsx';
import { planningTexts } from '../texts.ts';

export interface SpansFieldProps {
  /** Whose time it is: a day or an exception. */
  readonly of: string;
  readonly spans: readonly SpanCells[];
  readonly faults: readonly string[];
  /** `about` tells typing in one cell from the next. */
  readonly onChange: (spans: readonly SpanCells[], about?: string) => void;
}

/** Working time of a day: spans from … to …; none is a day off. */
export function SpansField({ of, spans, faults, onChange }: SpansFieldProps): ReactNode {
  const t = useText(planningTexts);
  const id = useId();
  const more = withSpan(spans);
  const time = (place: number, end: 'from' | 'to'): ReactNode => {
    const value = spans[place]?.[end] ?? '';
    const write = (text: string, about?: string): void => {
      const span = spans[place];
      if (span !== undefined) onChange(spans.with(place, { ...span, [end]: text }), about);
    };
    return (
      <SmallField
        label={t(`calendar.${end}`, { of, number: place + 1 })}
        value={value}
        width={58}
        align="center"
        length={5}
        faultId={faults.length > 0 ? id : undefined}
        onWrite={(text) => write(text, `${place}:${end}`)}
        onLeave={() => {
          const tidy = tidyClock(value);
          if (tidy !== value) write(tidy, `${place}:${end}`);
        }}
      />
    );
  };
  return (
    <Box sx={{ minWidth: 0 }}>
      <Box sx={{ display: 'flex', alignItems: 'flex-end' }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, rowGap: 0.5, minWidth: 0 }}>
          {spans.length === 0 ? (
            <Typography variant="body2" sx={{ color: 'text.secondary', py: '9px', mr: 1 }}>
              {t('calendar.off')}
            </Typography>
          ) : null}
          {spans.map((_, place) => {
            const key = `span-${place}`;
            return (
              <Box key={key} sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}>
                {time(place, 'from')}
                <span aria-hidden>–</span>
                {time(place, 'to')}
                <IconButton
                  size="small"
                  aria-label={t('calendar.remove_span', { of, number: place + 1 })}
                  onClick={() => onChange(spans.toSpliced(place, 1))}
                >
                  <CloseRounded fontSize="small" />
                </IconButton>
              </Box>
            );
          })}
        </Box>
        {more === spans ? null : (
          <Tooltip title={t('calendar.add_span_short')} describeChild>
            <IconButton
              size="small"
              aria-label={t('calendar.add_span', { of })}
              onClick={() => onChange(more)}
            >
              <AddRounded fontSize="small" />
            </IconButton>
          </Tooltip>
        )}
      </Box>
      {faults.length === 0 ? null : (
        <Typography id={id} variant="body2" sx={{ color: 'error.main', mt: 0.5 }}>
          {faults.join(' ')}
        </Typography>
      )}
    </Box>
  );
}
