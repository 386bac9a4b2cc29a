import { Alert, Button, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { Link, useParams } from 'react-router';
import {
  ErrorNotice,
  ListSkeleton,
  safeReturnPath,
  useCall,
  useDocumentTitle,
  useSend,
  useText,
} from '#platform/web';
import {
  actInSandbox,
  getSandboxCheckout,
  type SandboxCheckout,
  type SandboxDecline,
} from '../../contract/index.ts';
import { useMoney } from '../show/money.ts';
import { useReasonText } from '../show/reason-text.ts';
import { useRefusals } from '../show/refusals.ts';
import { paymentsTexts } from '../texts.ts';
import { declineReasons, testCards } from './cards.ts';

function Outcome({ checkout }: { readonly checkout: SandboxCheckout }): ReactNode {
  const t = useText(paymentsTexts);
  const reasonText = useReasonText();
  const { status, reason } = checkout;
  if (status === 'pending') return null;
  const text = t(`sandbox.done_${status}`);
  return (
    <Alert severity={status === 'canceled' ? 'warning' : 'success'} role="status">
      {reason === null ? text : `${text}: ${reasonText(reason)}`}
    </Alert>
  );
}

function Choices({ checkout }: { readonly checkout: SandboxCheckout }): ReactNode {
  const t = useText(paymentsTexts);
  const money = useMoney();
  const reasonText = useReasonText();
  const refusals = useRefusals();
  const [card, setCard] = useState<string>(testCards[0].number);
  const [reason, setReason] = useState<SandboxDecline>('general_decline');
  const act = useSend(actInSandbox, { invalidates: [getSandboxCheckout] });
  const params = { id: checkout.id };
  const bySbp = checkout.method === 'sbp';
  return (
    <Stack spacing={2}>
      <ErrorNotice error={act.error} refusals={refusals} />
      {bySbp ? null : (
        <TextField
          select
          label={t('sandbox.card')}
          sx={{ minWidth: 0, '& .MuiSelect-select': { minWidth: 0, whiteSpace: 'normal' } }}
          value={card}
          onChange={({ target }) => setCard(target.value)}
        >
          {testCards.map(({ number, reason: declined }) => (
            <MenuItem key={number} value={number}>
              {declined === null
                ? t('sandbox.card_ok', { number })
                : t('sandbox.card_declined', { number, reason: reasonText(declined) })}
            </MenuItem>
          ))}
        </TextField>
      )}
      <Button
        variant="contained"
        size="large"
        loading={act.isPending}
        onClick={() => act.mutate({ params, body: { action: 'pay', ...(bySbp ? {} : { card }) } })}
      >
        {t('sandbox.pay', { amount: money(checkout.amount, checkout.currency) })}
      </Button>
      <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1.5}>
        <TextField
          select
          label={t('sandbox.reason')}
          value={reason}
          onChange={({ target }) =>
            setReason(declineReasons.find((one) => one === target.value) ?? 'general_decline')
          }
          sx={{ flex: 1, minWidth: 0 }}
        >
          {declineReasons.map((one) => (
            <MenuItem key={one} value={one}>
              {reasonText(one)}
            </MenuItem>
          ))}
        </TextField>
        <Button
          color="inherit"
          variant="outlined"
          disabled={act.isPending}
          onClick={() => act.mutate({ params, body: { action: 'decline', reason } })}
        >
          {t('sandbox.decline')}
        </Button>
      </Stack>
    </Stack>
  );
}

/** The checkout page of the built-in test provider. */
export function SandboxScreen(): ReactNode {
  const t = useText(paymentsTexts);
  const money = useMoney();
  const refusals = useRefusals();
  const { id = '' } = useParams();
  const { data, error, refetch } = useCall(getSandboxCheckout, { params: { id } });
  useDocumentTitle(t('sandbox.title'));
  if (error !== null) return <ErrorNotice error={error} onRetry={refetch} refusals={refusals} />;
  if (data === undefined) return <ListSkeleton rows={3} />;
  const back = safeReturnPath(data.return_path.replace(/^\/app(?=\/)/, ''));
  return (
    <Stack spacing={3} sx={{ minWidth: 0, width: '100%' }}>
      <Stack spacing={1}>
        <Typography variant="h1" sx={{ fontSize: '1.5rem' }}>
          {t('sandbox.title')}
        </Typography>
        <Typography sx={{ color: 'text.secondary' }}>
          {data.two_stage ? t('sandbox.hold_help') : t('sandbox.help')}
        </Typography>
      </Stack>
      <Stack direction="row" spacing={2} sx={{ justifyContent: 'space-between', alignItems: 'baseline' }}>
        <Typography sx={{ overflowWrap: 'anywhere' }}>{data.description}</Typography>
        <Typography variant="h2" component="p" sx={{ whiteSpace: 'nowrap' }}>
          {money(data.amount, data.currency)}
        </Typography>
      </Stack>
      <Outcome checkout={data} />
      {data.status === 'pending' ? <Choices checkout={data} /> : null}
      <Button
        component={Link}
        to={back}
        color="inherit"
        variant={data.status === 'pending' ? 'text' : 'contained'}
      >
        {data.status === 'pending' ? t('sandbox.close') : t('sandbox.back')}
      </Button>
    </Stack>
  );
}
