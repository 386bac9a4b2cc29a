import { MenuItem, Stack, TextField } from '@mui/material';
import { type ReactNode, useState } from 'react';
import {
  ApiProblem,
  ConfirmDialog,
  type RefusalTexts,
  useApi,
  useInvalidate,
  useNotice,
  useText,
} from '#platform/web';
import { adjustCredits, listLedgerAccounts, listLedgerEntries } from '../../contract/index.ts';
import { paymentsTexts } from '../texts.ts';
import { amountOf, faultsOf, type TypedAdjustment } from './adjustment.rules.ts';

interface AdjustmentDialogProps {
  readonly open: boolean;
  readonly refusals: RefusalTexts;
  readonly onClose: () => void;
}

const blank: TypedAdjustment = { person: '', sum: '', takes: false, reason: '' };
const currencies = ['RUB', 'USD', 'EUR'] as const;

/** Found here, said in the words of the server's refusals. */
function incomplete(): ApiProblem {
  const code = 'payments.adjustment_incomplete';
  return new ApiProblem(422, { type: 'about:blank', title: 'Incomplete', status: 422, code });
}

/** Gives a person credits, or takes some away. */
export function AdjustmentDialog({ open, refusals, onClose }: AdjustmentDialogProps): ReactNode {
  const t = useText(paymentsTexts);
  const api = useApi();
  const notice = useNotice();
  const invalidate = useInvalidate();
  const [typed, setTyped] = useState(blank);
  const [currency, setCurrency] = useState<(typeof currencies)[number]>('RUB');
  const [tried, setTried] = useState(false);
  const faults = tried ? faultsOf(typed) : new Set<string>();
  const field = (name: 'person' | 'sum' | 'reason') => ({
    label: t(`ledger.${name}`),
    value: typed[name],
    required: true,
    error: faults.has(name),
    helperText: faults.has(name) ? t(`ledger.${name}_wrong`) : t(`ledger.${name}_help`),
    onChange: ({ target }: { readonly target: { readonly value: string } }) =>
      setTyped({ ...typed, [name]: target.value }),
  });
  const adjust = async (): Promise<void> => {
    setTried(true);
    if (faultsOf(typed).size > 0) throw incomplete();
    await api.call(adjustCredits, {
      body: {
        user_id: typed.person.trim().toLowerCase(),
        amount: amountOf(typed),
        currency,
        reason: typed.reason.trim(),
      },
    });
    setTyped(blank);
    setTried(false);
    notice.success(t('ledger.adjusted'));
    await invalidate(listLedgerAccounts, listLedgerEntries);
  };
  return (
    <ConfirmDialog
      open={open}
      title={t('ledger.adjust')}
      confirmLabel={t(typed.takes ? 'ledger.take' : 'ledger.give')}
      destructive={typed.takes}
      refusals={refusals}
      onConfirm={adjust}
      onClose={onClose}
    >
      <Stack spacing={2} sx={{ pt: 1 }}>
        <TextField
          select
          label={t('ledger.direction')}
          value={typed.takes ? 'take' : 'give'}
          onChange={({ target }) => setTyped({ ...typed, takes: target.value === 'take' })}
        >
          <MenuItem value="give">{t('ledger.give')}</MenuItem>
          <MenuItem value="take">{t('ledger.take')}</MenuItem>
        </TextField>
        <TextField {...field('person')} slotProps={{ htmlInput: { maxLength: 40, spellCheck: false } }} />
        <Stack direction="row" spacing={1}>
          <TextField
            {...field('sum')}
            sx={{ flex: 1 }}
            slotProps={{ htmlInput: { inputMode: 'decimal', maxLength: 15 } }}
          />
          <TextField
            select
            label={t('ledger.currency')}
            value={currency}
            onChange={({ target }) => setCurrency(currencies.find((one) => one === target.value) ?? 'RUB')}
            sx={{ width: 104 }}
          >
            {currencies.map((one) => (
              <MenuItem key={one} value={one}>
                {one}
              </MenuItem>
            ))}
          </TextField>
        </Stack>
        <TextField {...field('reason')} slotProps={{ htmlInput: { maxLength: 200 } }} />
      </Stack>
    </ConfirmDialog>
  );
}
