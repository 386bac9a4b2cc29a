import AddRounded from '@mui/icons-material/AddRounded';
import { Box, Button, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import {
  ConfirmDialog,
  DataList,
  ErrorNotice,
  ListSkeleton,
  useApi,
  useCall,
  useInvalidate,
  useNotice,
  useText,
} from '#platform/web';
import { getUsage, listBudgets, removeBudget } from '../../../contract/index.ts';
import { type Person, usePeople } from '../../pieces/use-people.ts';
import { useUsageRefusals } from '../refusals.ts';
import { usageTexts } from '../texts.ts';
import type { Formats } from '../use-formats.ts';
import { BudgetDialog } from './budget-dialog.tsx';
import { BudgetMeter } from './budget-meter.tsx';

export interface MemberBudgetsProps {
  readonly currency: string;
  readonly formats: Formats;
}

/** Budgets of single members, for administrators. */
export function MemberBudgets({ currency, formats }: MemberBudgetsProps): ReactNode {
  const t = useText(usageTexts);
  const { call } = useApi();
  const notice = useNotice();
  const invalidate = useInvalidate();
  const refusals = useUsageRefusals();
  const people = usePeople();
  const { data, error, refetch } = useCall(listBudgets, {});
  const [editing, setEditing] = useState<{ readonly person: Person | null } | null>(null);
  const [removing, setRemoving] = useState<Person | null>(null);
  const items = data?.items ?? [];
  const free = people.all.filter(({ id }) => items.every(({ user_id: user }) => user !== id));
  const edited = items.find(({ user_id: user }) => user === editing?.person?.id) ?? null;
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Typography variant="h4" component="h3" sx={{ flex: 1 }}>
          {t('budget.members')}
        </Typography>
        <Button
          size="small"
          startIcon={<AddRounded />}
          disabled={data === undefined || free.length === 0}
          onClick={() => setEditing({ person: null })}
        >
          {t('budget.add')}
        </Button>
      </Box>
      {data === undefined && error === null ? <ListSkeleton rows={1} /> : null}
      <ErrorNotice error={error} onRetry={refetch} refusals={refusals} />
      {data !== undefined && items.length === 0 ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('budget.members_none')}
        </Typography>
      ) : null}
      <DataList items={items} label={t('budget.members')} keyOf={({ user_id: id }) => id} gap={2.5}>
        {(budget) => {
          const person = { id: budget.user_id, name: people.nameOf(budget.user_id) };
          return (
            <BudgetMeter
              title={person.name}
              budget={budget}
              formats={formats}
              actions={
                <>
                  <Button
                    size="small"
                    aria-label={t('budget.change_of', { name: person.name })}
                    onClick={() => setEditing({ person })}
                  >
                    {t('budget.change')}
                  </Button>
                  <Button
                    size="small"
                    color="error"
                    aria-label={t('budget.remove_of', { name: person.name })}
                    onClick={() => setRemoving(person)}
                  >
                    {t('budget.remove')}
                  </Button>
                </>
              }
            />
          );
        }}
      </DataList>
      {editing === null ? null : (
        <BudgetDialog
          of={{ kind: 'member', person: editing.person }}
          budget={edited}
          people={free}
          currency={currency}
          onClose={() => setEditing(null)}
        />
      )}
      <ConfirmDialog
        open={removing !== null}
        title={t('budget.remove_title', { name: removing?.name ?? '' })}
        confirmLabel={t('budget.remove')}
        destructive
        refusals={refusals}
        onClose={() => setRemoving(null)}
        onConfirm={async () => {
          if (removing === null) return;
          await call(removeBudget, { params: { subject: removing.id } });
          notice.success(t('budget.removed'));
          await invalidate(getUsage, listBudgets);
        }}
      >
        {t('budget.remove_help')}
      </ConfirmDialog>
    </Box>
  );
}
