import { Alert } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import type { BudgetState } from '../../../contract/index.ts';
import { usageTexts } from '../texts.ts';
import type { Formats } from '../use-formats.ts';
import { renewalOf } from './renewal.rules.ts';

export interface BudgetNoticeProps {
  readonly whose: 'company' | 'mine';
  readonly budget: BudgetState;
  readonly formats: Formats;
}

/** Says that a budget is nearly used up, or that it is, and until when. */
export function BudgetNotice({ whose, budget, formats }: BudgetNoticeProps): ReactNode {
  const t = useText(usageTexts);
  const { state, share } = budget;
  if (state === 'free' || state === 'ok') return null;
  if (state === 'warning') {
    return (
      <Alert severity="warning" variant="outlined">
        {t(`notice.${whose}_warning`, { share: formats.percent(share ?? 0) })}
      </Alert>
    );
  }
  const renewal = renewalOf(budget, new Date());
  return (
    <Alert severity="error" variant="outlined">
      {[
        t(`notice.${whose}_exhausted`),
        ...(renewal === null
          ? []
          : renewal.every === 'day'
            ? [t('notice.renews_day', { time: formats.time(renewal.at) })]
            : [t('notice.renews_month', { date: formats.date(renewal.at) })]),
      ].join(' ')}
    </Alert>
  );
}
