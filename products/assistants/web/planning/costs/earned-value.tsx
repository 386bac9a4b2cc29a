import { Box, Card, TextField, Typography } from '@mui/material';
import { type ReactNode, useId } from 'react';
import { useText } from '#platform/web';
import type { PlanSchedule } from '../../../contract/index.ts';
import { planningTexts } from '../texts.ts';
import type { PlanFormats } from '../use-formats.ts';

export interface EarnedValueProps {
  /** Null without a date, or while there is no schedule. */
  readonly earned: PlanSchedule['earned_value'];
  readonly statusDate: string;
  readonly onStatusDate: (day: string) => void;
  readonly formats: PlanFormats;
}

const sums = ['bac', 'pv', 'ev', 'ac', 'eac', 'etc'] as const;
const changes = ['schedule_variance', 'cost_variance', 'vac'] as const;
const indices = ['spi', 'cpi', 'tcpi'] as const;

/** What was done for the money by a day (PMI's earned value). */
export function EarnedValue(props: EarnedValueProps): ReactNode {
  const { earned, statusDate, onStatusDate, formats } = props;
  const t = useText(planningTexts);
  const id = useId();
  const told = (value: number | null, format: (value: number) => string): string =>
    value === null ? '–' : format(value);
  const index = (value: number): string => formats.number(value, 2);
  const facts =
    earned === null
      ? []
      : [
          ...sums.map((name) => [name, told(earned[name], formats.money)] as const),
          ...changes.map((name) => [name, told(earned[name], formats.moneyChange)] as const),
          ...indices.map((name) => [name, told(earned[name], index)] as const),
        ];
  return (
    <Card component="section" aria-labelledby={id} sx={{ p: { xs: 1.5, sm: 2.5 }, minWidth: 0 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', mb: 1 }}>
        <Typography id={id} variant="h3" component="h2" sx={{ flexGrow: 1 }}>
          {t('earned.title')}
        </Typography>
        <TextField
          size="small"
          type="date"
          label={t('earned.date')}
          value={statusDate}
          onChange={({ target }) => onStatusDate(target.value)}
          slotProps={{ inputLabel: { shrink: true } }}
        />
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1.5, maxWidth: '72ch' }}>
        {t('earned.help')}
      </Typography>
      <Box
        component="dl"
        sx={{
          m: 0,
          display: 'grid',
          columnGap: 3,
          rowGap: 1.25,
          gridTemplateColumns: { xs: '1fr 1fr', md: 'repeat(4, 1fr)' },
        }}
      >
        {facts.map(([name, value]) => (
          <div key={name}>
            <Typography component="dt" variant="caption" sx={{ color: 'text.secondary' }}>
              {t(`earned.${name}`)}
            </Typography>
            <Typography component="dd" sx={{ m: 0, fontWeight: 620, fontVariantNumeric: 'tabular-nums' }}>
              {value}
            </Typography>
          </div>
        ))}
      </Box>
    </Card>
  );
}
