import { Alert, Button, LinearProgress, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { createPayment } from '#capabilities/payments/contract';
import { ErrorNotice, useSend, useText } from '#platform/web';
import { getOrder, type Order, startSession } from '../../../contract/index.ts';
import { leaveTo } from '../checkout/leave.ts';
import { useShopRefusals } from '../refusals.ts';
import { shopTexts } from '../texts.ts';
import { mayPayAgain, type OrderStage, stageOf } from './order-stage.rules.ts';

const severities = {
  to_pay: 'warning',
  preparing_payment: 'info',
  confirming: 'info',
  payment_cancelled: 'error',
  paid: 'success',
  cancelled: 'info',
  refunded: 'info',
} as const satisfies Record<OrderStage, string>;

function PlayNow({ questId }: { readonly questId: string }): ReactNode {
  const t = useText(shopTexts);
  const refusals = useShopRefusals();
  const navigate = useNavigate();
  const start = useSend(startSession, { onSuccess: ({ id }) => navigate(`/play/${id}`) });
  return (
    <Stack spacing={1.5}>
      <ErrorNotice error={start.error} refusals={refusals} />
      <Stack direction="row" useFlexGap sx={{ gap: 1, flexWrap: 'wrap' }}>
        <Button
          variant="contained"
          size="large"
          loading={start.isPending}
          onClick={() => start.mutate({ body: { quest_id: questId } })}
          sx={{ flexGrow: { xs: 1, sm: 0 } }}
        >
          {t('order.play')}
        </Button>
        <Button component={Link} to={`/quests/${questId}`} size="large" variant="outlined" color="inherit">
          {t('order.open_quest')}
        </Button>
      </Stack>
    </Stack>
  );
}

function PayAgain({ order, isPlain }: { readonly order: Order; readonly isPlain: boolean }): ReactNode {
  const t = useText(shopTexts);
  const refusals = useShopRefusals();
  const pay = useSend(createPayment, {
    onSuccess({ confirmation_url }) {
      if (confirmation_url !== null) leaveTo(confirmation_url);
    },
    invalidates: [getOrder],
  });
  return (
    <Stack spacing={1.5}>
      <ErrorNotice error={pay.error} refusals={refusals} />
      <Button
        variant={isPlain ? 'outlined' : 'contained'}
        size="large"
        loading={pay.isPending}
        onClick={() => pay.mutate({ body: { purpose: 'quests.order', subject_id: order.id } })}
        sx={{ alignSelf: { sm: 'flex-start' } }}
      >
        {t('order.pay_again')}
      </Button>
    </Stack>
  );
}

/** How the payment stands, and what to do next. */
export function PaymentPanel({ order }: { readonly order: Order }): ReactNode {
  const t = useText(shopTexts);
  const stage = stageOf(order);
  const isWaiting = stage === 'preparing_payment' || stage === 'confirming';
  const questId = order.kind === 'quest' ? order.lines[0]?.item_id : undefined;
  const address = stage === 'to_pay' ? (order.payment?.confirmation_url ?? null) : null;
  const hint = stage === 'paid' ? t(`stage_hint.paid_${order.kind}`) : t(`stage_hint.${stage}`);
  return (
    <Stack spacing={2}>
      <Alert severity={severities[stage]} variant="outlined" role="status">
        <Typography sx={{ fontWeight: 600 }}>{t(`stage.${stage}`)}</Typography>
        <Typography variant="body2">{hint}</Typography>
        {isWaiting ? <LinearProgress aria-hidden sx={{ mt: 1, borderRadius: 2 }} /> : null}
      </Alert>
      {address === null ? null : (
        <Button href={address} variant="contained" size="large" sx={{ alignSelf: { sm: 'flex-start' } }}>
          {t('order.go_pay')}
        </Button>
      )}
      {mayPayAgain(stage) ? <PayAgain order={order} isPlain={isWaiting} /> : null}
      {stage === 'paid' && questId !== undefined ? <PlayNow questId={questId} /> : null}
    </Stack>
  );
}
