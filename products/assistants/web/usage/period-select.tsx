import { MenuItem, TextField } from '@mui/material';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useText } from '#platform/web';
import { usageTexts } from './texts.ts';

const periods = [7, 30, 90, 366] as const;

/** How many days back the page looks; kept in its address. */
export function useDays(): readonly [days: number, change: (days: number) => void] {
  const [search, setSearch] = useSearchParams();
  const asked = Number(search.get('days'));
  const days = periods.find((period) => period === asked) ?? 30;
  return [days, (next) => setSearch(next === 30 ? {} : { days: String(next) }, { replace: true })];
}

export interface PeriodSelectProps {
  readonly days: number;
  readonly onChange: (days: number) => void;
}

export function PeriodSelect({ days, onChange }: PeriodSelectProps): ReactNode {
  const t = useText(usageTexts);
  return (
    <TextField
      select
      size="small"
      label={t('period.label')}
      value={days}
      onChange={({ target }) => onChange(Number(target.value))}
      sx={{ minWidth: 150 }}
    >
      {periods.map((period) => (
        <MenuItem key={period} value={period}>
          {period === 366 ? t('period.year') : t('period.days', { count: period })}
        </MenuItem>
      ))}
    </TextField>
  );
}
