import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useText } from '#platform/web';
import { ChoiceField } from '../pieces/choice-field.tsx';
import { usageTexts } from './texts.ts';

const periods = [7, 30, 90, 366] as const;

/** In days. */
type Period = (typeof periods)[number];

/** How many days back the page looks; kept in its address. */
export function useDays(): readonly [days: Period, change: (days: Period) => void] {
  const [search, setSearch] = useSearchParams();
  const asked = Number(search.get('days'));
  const days = periods.find((period) => period === asked) ?? 30;
  return [days, (next) => setSearch(next === 30 ? {} : { days: String(next) }, { replace: true })];
}

export interface PeriodSelectProps {
  readonly days: Period;
  readonly onChange: (days: Period) => void;
}

/** How far back the page looks. */
export function PeriodSelect({ days, onChange }: PeriodSelectProps): ReactNode {
  const t = useText(usageTexts);
  return (
    <ChoiceField
      label={t('period.label')}
      value={days}
      choices={periods.map((period) => ({
        value: period,
        label: period === 366 ? t('period.year') : t('period.days', { count: period }),
      }))}
      onChange={onChange}
      sx={{ minWidth: 150 }}
    />
  );
}
