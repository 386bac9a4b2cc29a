import { Box, TextField } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useText } from '#platform/web';
import { areReadable, type Days } from '../days.rules.ts';
import { analyticsTexts } from '../texts.ts';

/** Two days, both included; tells the page as soon as they make sense. */
export function DaysForm({
  days,
  onChange,
}: {
  readonly days: Days;
  readonly onChange: (days: Days) => void;
}): ReactNode {
  const t = useText(analyticsTexts);
  const [typed, setTyped] = useState(days);
  const wrong = !areReadable(typed);
  const change = (changes: Partial<Days>): void => {
    const next = { ...typed, ...changes };
    setTyped(next);
    if (areReadable(next)) onChange(next);
  };
  return (
    <Box
      component="fieldset"
      aria-label={t('range.legend')}
      sx={{ border: 0, p: 0, m: 0, minWidth: 0, display: 'flex', flexWrap: 'wrap', gap: 1.5 }}
    >
      {(['from', 'to'] as const).map((end) => (
        <TextField
          key={end}
          type="date"
          size="small"
          label={t(`range.${end}`)}
          value={typed[end]}
          error={wrong}
          helperText={wrong && end === 'from' ? t('range.wrong') : undefined}
          onChange={({ target }) => change({ [end]: target.value })}
          slotProps={{ inputLabel: { shrink: true } }}
          sx={{ flex: '1 1 140px', maxWidth: { sm: 200 } }}
        />
      ))}
    </Box>
  );
}
