import { Box, Chip, LinearProgress, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import type { BudgetState } from '../../../contract/index.ts';
import { usageTexts } from '../texts.ts';
import type { Formats } from '../use-formats.ts';

type Condition = BudgetState['state'];

const colors: Readonly<Record<Condition, 'primary' | 'warning' | 'error'>> = {
  free: 'primary',
  ok: 'primary',
  warning: 'warning',
  exhausted: 'error',
};

interface MeterProps {
  readonly name: string;
  readonly used: number;
  readonly limit: number | null;
  readonly format: (value: number) => string;
  /** Where the limit beside it names the unit. */
  readonly formatUsed: (value: number) => string;
}

const conditionOf = (used: number, limit: number): Condition =>
  used >= limit ? 'exhausted' : used >= limit * 0.8 ? 'warning' : 'ok';

function Meter({ name, used, limit, format, formatUsed }: MeterProps): ReactNode {
  const t = useText(usageTexts);
  if (limit === null) {
    return (
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('budget.unlimited', { name, used: format(used) })}
      </Typography>
    );
  }
  const told = t('budget.used', { used: formatUsed(used), limit: format(limit) });
  return (
    <Box>
      <Box sx={{ display: 'flex', gap: 1, justifyContent: 'space-between', flexWrap: 'wrap' }}>
        <Typography variant="body2">{name}</Typography>
        <Typography variant="body2" sx={{ fontVariantNumeric: 'tabular-nums', fontWeight: 600 }}>
          {told}
        </Typography>
      </Box>
      <LinearProgress
        variant="determinate"
        color={colors[conditionOf(used, limit)]}
        value={limit === 0 ? 100 : Math.min(100, (used / limit) * 100)}
        aria-label={name}
        aria-valuetext={told}
        sx={{ height: 8, borderRadius: 4, mt: 0.5 }}
      />
    </Box>
  );
}

export interface BudgetMeterProps {
  readonly title: string;
  readonly note?: string | undefined;
  readonly budget: BudgetState;
  readonly formats: Formats;
  readonly actions?: ReactNode;
}

/** How much of a budget is used, today and this month. */
export function BudgetMeter({ title, note, budget, formats, actions }: BudgetMeterProps): ReactNode {
  const t = useText(usageTexts);
  const { state } = budget;
  return (
    <Box sx={{ display: 'grid', gap: 1, alignContent: 'start', minWidth: 0 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, alignItems: 'center', minHeight: 36 }}>
        <Typography variant="h4" component="h3" sx={{ overflowWrap: 'anywhere', minWidth: 0 }}>
          {title}
        </Typography>
        {state === 'warning' || state === 'exhausted' ? (
          <Chip size="small" color={colors[state]} label={t(`budget.state.${state}`)} />
        ) : null}
        <Box sx={{ ml: 'auto', display: 'flex', gap: 0.5 }}>{actions}</Box>
      </Box>
      <Meter
        name={t('budget.today')}
        used={budget.tokens_today}
        limit={budget.tokens_per_day}
        format={(value) => t('count.tokens', { count: value, shown: formats.number(value) })}
        formatUsed={formats.number}
      />
      <Meter
        name={t('budget.this_month')}
        used={budget.cost_this_month}
        limit={budget.cost_per_month}
        format={formats.money}
        formatUsed={formats.money}
      />
      {note === undefined ? null : (
        <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
          {note}
        </Typography>
      )}
    </Box>
  );
}
