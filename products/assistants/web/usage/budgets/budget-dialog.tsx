import { MenuItem, TextField } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { ErrorNotice, useLanguage, useNotice, useSend, useText } from '#platform/web';
import { type Budget, getUsage, listBudgets, removeBudget, setBudget } from '../../../contract/index.ts';
import { FormDialog } from '../../pieces/form-dialog.tsx';
import type { Person } from '../../pieces/use-people.ts';
import { useUsageRefusals } from '../refusals.ts';
import { usageTexts } from '../texts.ts';
import { costLimit, readLimit, tokenLimit, writtenLimit } from './limit.rules.ts';

/** Whose budget is written: of all together, of each one, or of a member. */
export type BudgetOf =
  | { readonly kind: 'company' | 'everyone' }
  | { readonly kind: 'member'; readonly person: Person | null };

export interface BudgetDialogProps {
  readonly of: BudgetOf;
  /** Null: there is none yet. */
  readonly budget: Budget | null;
  /** Who may get a budget of their own. */
  readonly people: readonly Person[];
  readonly currency: string;
  readonly onClose: () => void;
}

/** Writes a budget; two empty fields take the one of the company or of everybody away. */
export function BudgetDialog({ of, budget, people, currency, onClose }: BudgetDialogProps): ReactNode {
  const t = useText(usageTexts);
  const notice = useNotice();
  const refusals = useUsageRefusals();
  const language = useLanguage();
  const [tokensText, setTokensText] = useState(() => writtenLimit(budget?.tokens_per_day ?? null, language));
  const [costText, setCostText] = useState(() => writtenLimit(budget?.cost_per_month ?? null, language));
  const [member, setMember] = useState(of.kind === 'member' ? (of.person?.id ?? '') : '');
  const [tried, setTried] = useState(false);
  const invalidates = [getUsage, listBudgets];
  const onSuccess = (): void => {
    notice.success(t('budget.saved'));
    onClose();
  };
  const write = useSend(setBudget, { invalidates, onSuccess });
  const remove = useSend(removeBudget, { invalidates, onSuccess });
  const tokens = readLimit(tokensText, tokenLimit, language);
  const cost = readLimit(costText, costLimit, language);
  const subject = of.kind === 'member' ? member : of.kind;

  const submit = (): void => {
    setTried(true);
    if (!tokens.ok || !cost.ok || subject === '') return;
    const body = { tokens_per_day: tokens.value, cost_per_month: cost.value };
    const isNone = tokens.value === null && cost.value === null;
    if (isNone && of.kind !== 'member') remove.mutate({ params: { subject } });
    else write.mutate({ params: { subject }, body });
  };
  const title =
    of.kind !== 'member'
      ? t('budget.of', { name: t(`budget.${of.kind}`) })
      : of.person === null
        ? t('budget.add')
        : t('budget.of', { name: of.person.name });
  return (
    <FormDialog
      title={title}
      submitLabel={t('save')}
      busy={write.isPending || remove.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <ErrorNotice error={write.error ?? remove.error} refusals={refusals} />
      {of.kind === 'member' && of.person === null ? (
        <TextField
          select
          required
          autoFocus
          label={t('budget.member')}
          value={member}
          error={tried && member === ''}
          helperText={tried && member === '' ? t('budget.member_needed') : undefined}
          onChange={({ target }) => setMember(target.value)}
        >
          {people.map(({ id, name }) => (
            <MenuItem key={id} value={id}>
              {name}
            </MenuItem>
          ))}
        </TextField>
      ) : null}
      <TextField
        label={t('budget.tokens')}
        value={tokensText}
        autoFocus={of.kind !== 'member' || of.person !== null}
        error={!tokens.ok}
        helperText={tokens.ok ? undefined : t('budget.tokens_wrong')}
        onChange={({ target }) => setTokensText(target.value)}
        slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 30 } }}
      />
      <TextField
        label={t('budget.cost', { currency })}
        value={costText}
        error={!cost.ok}
        helperText={cost.ok ? t('budget.help') : t('budget.cost_wrong')}
        onChange={({ target }) => setCostText(target.value)}
        slotProps={{ htmlInput: { inputMode: 'decimal', maxLength: 30 } }}
      />
    </FormDialog>
  );
}
