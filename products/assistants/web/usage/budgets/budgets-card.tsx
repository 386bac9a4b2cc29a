import { Box, Button, Divider, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import type { Company } from '#capabilities/tenants/contract';
import { useText } from '#platform/web';
import type { Budget, UsageReport } from '../../../contract/index.ts';
import { administers } from '../../pieces/administers.rules.ts';
import { SectionCard } from '../../pieces/section-card.tsx';
import { usageTexts } from '../texts.ts';
import type { Formats } from '../use-formats.ts';
import { BudgetDialog } from './budget-dialog.tsx';
import { BudgetMeter } from './budget-meter.tsx';
import { MemberBudgets } from './member-budgets.tsx';

export interface BudgetsCardProps {
  readonly budgets: UsageReport['budgets'];
  readonly company: Company | undefined;
  readonly currency: string;
  readonly formats: Formats;
}

const isNone = ({ tokens_per_day: tokens, cost_per_month: cost }: Budget): boolean =>
  tokens === null && cost === null;

function useWords(formats: Formats): (budget: Budget) => string {
  const t = useText(usageTexts);
  return (budget) => {
    const { tokens_per_day: tokens, cost_per_month: cost } = budget;
    if (isNone(budget)) return t('budget.none');
    return [
      ...(tokens === null
        ? []
        : [
            t('budget.a_day', { limit: t('count.tokens', { count: tokens, shown: formats.number(tokens) }) }),
          ]),
      ...(cost === null ? [] : [t('budget.a_month', { limit: formats.money(cost) })]),
    ].join(', ');
  };
}

/** Budgets of the company, of each member, and my own; administrators change them here. */
export function BudgetsCard({ budgets, company, currency, formats }: BudgetsCardProps): ReactNode {
  const t = useText(usageTexts);
  const words = useWords(formats);
  const [editing, setEditing] = useState<'company' | 'everyone' | null>(null);
  const mayChange = administers(company);
  const alone = company?.personal === true;
  const change = (kind: 'company' | 'everyone'): ReactNode =>
    mayChange ? (
      <Button
        size="small"
        aria-label={t('budget.change_of', { name: t(`budget.${kind}`) })}
        onClick={() => setEditing(kind)}
      >
        {t('budget.change')}
      </Button>
    ) : undefined;
  return (
    <SectionCard title={t('budget.title')} help={t('budget.about')}>
      <Box
        sx={{
          display: 'grid',
          gap: { xs: 3, md: 4 },
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: alone ? undefined : 'repeat(2, minmax(0, 1fr))' },
        }}
      >
        <BudgetMeter
          title={alone ? t('budget.alone') : t('budget.company')}
          budget={budgets.company}
          formats={formats}
          actions={change('company')}
        />
        {alone ? null : (
          <BudgetMeter
            title={t('budget.mine')}
            note={budgets.mine.inherited ? t('budget.inherited') : undefined}
            budget={budgets.mine}
            formats={formats}
          />
        )}
      </Box>
      {alone ? null : (
        <>
          <Divider sx={{ my: 2 }} />
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
            <Typography variant="h4" component="h3">
              {t('budget.everyone')}
            </Typography>
            <Box sx={{ ml: 'auto' }}>{change('everyone')}</Box>
          </Box>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {words(budgets.everyone)}
          </Typography>
          {mayChange ? (
            <>
              <Divider sx={{ my: 2 }} />
              <MemberBudgets currency={currency} formats={formats} />
            </>
          ) : null}
        </>
      )}
      {editing === null ? null : (
        <BudgetDialog
          of={{ kind: editing }}
          budget={budgets[editing]}
          people={[]}
          currency={currency}
          onClose={() => setEditing(null)}
        />
      )}
    </SectionCard>
  );
}
