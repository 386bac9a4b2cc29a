import ReceiptLongOutlined from '@mui/icons-material/ReceiptLongOutlined';
import { Box, Button, Card, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { CursorList, EmptyState, Page, RelativeTime, useCall, useCursorList, useText } from '#platform/web';
import { getWallet, listPayments, type Payment, type WalletEntry } from '../../contract/index.ts';
import { useEntryName } from '../show/entry-name.ts';
import { useMoney } from '../show/money.ts';
import { useReasonText } from '../show/reason-text.ts';
import { StatusChip } from '../show/status-chip.tsx';
import { paymentsTexts } from '../texts.ts';

function EntryRow({ entry }: { readonly entry: WalletEntry }): ReactNode {
  const money = useMoney();
  const name = useEntryName()(entry.kind, entry.amount);
  const { amount, currency, at } = entry;
  return (
    <Stack direction="row" spacing={2} sx={{ py: 1.5, justifyContent: 'space-between' }}>
      <Box sx={{ minWidth: 0 }}>
        <Typography sx={{ overflowWrap: 'anywhere' }}>{name}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          <RelativeTime value={at} />
        </Typography>
      </Box>
      <Typography sx={{ whiteSpace: 'nowrap', color: amount > 0 ? 'success.main' : 'text.primary' }}>
        {amount > 0 ? '+' : ''}
        {money(amount, currency)}
      </Typography>
    </Stack>
  );
}

function PaymentRow({ payment }: { readonly payment: Payment }): ReactNode {
  const t = useText(paymentsTexts);
  const money = useMoney();
  const reasonText = useReasonText();
  const { amount, currency, status, refunded, created_at, confirmation_url, cancellation_reason } = payment;
  return (
    <Stack
      direction={{ xs: 'column', sm: 'row' }}
      spacing={1.5}
      sx={{ py: 1.5, justifyContent: 'space-between', alignItems: { sm: 'center' } }}
    >
      <Box sx={{ minWidth: 0 }}>
        <Stack direction="row" spacing={1.5} sx={{ alignItems: 'center' }}>
          <Typography sx={{ fontWeight: 560 }}>{money(amount, currency)}</Typography>
          <StatusChip status={status} />
        </Stack>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          <RelativeTime value={created_at} />
          {refunded === 0 ? null : ` · ${t('wallet.refunded', { amount: money(refunded, currency) })}`}
          {cancellation_reason === null ? null : ` · ${reasonText(cancellation_reason)}`}
        </Typography>
      </Box>
      {confirmation_url === null ? null : (
        <Button href={confirmation_url} variant="outlined" size="small">
          {t('wallet.go_on')}
        </Button>
      )}
    </Stack>
  );
}

/** One's own credits and payments. */
export function WalletScreen(): ReactNode {
  const t = useText(paymentsTexts);
  const money = useMoney();
  const wallet = useCall(getWallet, { query: { limit: 1 } });
  const entries = useCursorList(getWallet, { query: {} });
  const payments = useCursorList(listPayments, { query: {} });
  const balances = wallet.data?.balances ?? [];
  return (
    <Page title={t('wallet.title')} help={t('wallet.help')} width="narrow">
      <Stack spacing={4}>
        <Card sx={{ p: 2.5 }}>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t('wallet.credits')}
          </Typography>
          {(balances.length === 0 ? [{ amount: 0, currency: 'RUB' }] : balances).map(
            ({ amount, currency }) => (
              <Typography key={currency} variant="h2" component="p">
                {wallet.data === undefined ? '…' : money(amount, currency)}
              </Typography>
            ),
          )}
        </Card>
        <section aria-labelledby="wallet-payments">
          <Typography variant="h2" id="wallet-payments" sx={{ mb: 1 }}>
            {t('wallet.payments')}
          </Typography>
          <CursorList
            list={payments}
            keyOf={({ id }) => id}
            label={t('wallet.payments')}
            gap={0}
            empty={
              <EmptyState
                icon={ReceiptLongOutlined}
                title={t('wallet.payments_empty')}
                hint={t('wallet.payments_empty_hint')}
              />
            }
          >
            {(payment) => <PaymentRow payment={payment} />}
          </CursorList>
        </section>
        <section aria-labelledby="wallet-entries">
          <Typography variant="h2" id="wallet-entries" sx={{ mb: 1 }}>
            {t('wallet.entries')}
          </Typography>
          <CursorList
            list={entries}
            keyOf={({ id }) => id}
            label={t('wallet.entries')}
            gap={0}
            empty={<EmptyState title={t('wallet.entries_empty')} />}
          >
            {(entry) => <EntryRow entry={entry} />}
          </CursorList>
        </section>
      </Stack>
    </Page>
  );
}
