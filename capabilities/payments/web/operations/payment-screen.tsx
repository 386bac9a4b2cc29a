import { Alert, Box, Card, Stack, Link as TextLink, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { DataList, ErrorNotice, ListSkeleton, Page, useCall, useText } from '#platform/web';
import { getPaymentHistory, type OperatorPayment, type PaymentEventEntry } from '../../contract/index.ts';
import { useEventName } from '../show/event-name.ts';
import { useInstant, useMoney } from '../show/money.ts';
import { useReasonText } from '../show/reason-text.ts';
import { useRefusals } from '../show/refusals.ts';
import { StatusChip } from '../show/status-chip.tsx';
import { paymentsTexts } from '../texts.ts';
import { PaymentActions } from './payment-actions.tsx';

function Facts({ payment }: { readonly payment: OperatorPayment }): ReactNode {
  const t = useText(paymentsTexts);
  const money = useMoney();
  const instant = useInstant();
  const reasonText = useReasonText();
  const { currency, method, expires_at: expires, cancellation_reason: reason } = payment;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('admin.status'), <StatusChip key="status" status={payment.status} />],
    [t('admin.amount'), money(payment.amount, currency)],
    [t('admin.captured'), money(payment.captured, currency)],
    [t('admin.refunded'), money(payment.refunded, currency)],
    [t('admin.provider'), payment.provider],
    [t('admin.method'), method === null ? '—' : t(`method.${method}`)],
    [t('admin.purpose_label'), `${payment.purpose} ${payment.subject_id}`],
    [t('admin.payer'), payment.payer_id],
    [t('admin.created'), instant(payment.created_at)],
  ];
  return (
    <Card sx={{ p: 2.5 }}>
      <Box
        component="dl"
        sx={{ m: 0, display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: 2, rowGap: 1 }}
      >
        {[...facts, ...(expires === null ? [] : [[t('admin.expires'), instant(expires)] as const])].map(
          ([name, value]) => (
            <Box key={name} sx={{ display: 'contents' }}>
              <Typography component="dt" variant="body2" sx={{ color: 'text.secondary' }}>
                {name}
              </Typography>
              <Typography component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>
                {value}
              </Typography>
            </Box>
          ),
        )}
      </Box>
      {reason === null ? null : (
        <Typography sx={{ mt: 1.5, color: 'text.secondary' }}>{reasonText(reason)}</Typography>
      )}
    </Card>
  );
}

function EventRow({ event }: { readonly event: PaymentEventEntry }): ReactNode {
  const t = useText(paymentsTexts);
  const instant = useInstant();
  const nameOf = useEventName();
  return (
    <Box sx={{ py: 1.25 }}>
      <Stack direction="row" spacing={2} sx={{ justifyContent: 'space-between', alignItems: 'baseline' }}>
        <Typography sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
          {event.version}. {nameOf(event.kind)}
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary', flexShrink: 0 }}>
          {instant(event.at)}
        </Typography>
      </Stack>
      {Object.keys(event.data).length === 0 ? null : (
        <Box component="details" sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>
          <summary>{t('admin.details')}</summary>
          <Box component="pre" tabIndex={0} sx={{ m: 0, mt: 1, overflowX: 'auto' }}>
            {JSON.stringify(event.data, null, 2)}
          </Box>
        </Box>
      )}
    </Box>
  );
}

/** One payment with its refunds, its history and what can be done with it. */
export function PaymentScreen(): ReactNode {
  const t = useText(paymentsTexts);
  const money = useMoney();
  const refusals = useRefusals();
  const { id = '' } = useParams();
  const { data, error, refetch } = useCall(getPaymentHistory, { params: { id } });
  const back = (
    <TextLink component={Link} to="/admin/payments">
      {t('admin.back')}
    </TextLink>
  );
  return (
    <Page
      title={t('admin.payment')}
      help={back}
      width="narrow"
      actions={data === undefined ? undefined : <PaymentActions payment={data.payment} />}
    >
      <ErrorNotice error={error} onRetry={refetch} refusals={refusals} />
      {data === undefined ? (
        error === null && <ListSkeleton />
      ) : (
        <Stack spacing={3}>
          {data.payment.mismatched ? <Alert severity="error">{t('admin.mismatched')}</Alert> : null}
          <Facts payment={data.payment} />
          {data.refunds.length === 0 ? null : (
            <section aria-labelledby="payment-refunds">
              <Typography variant="h2" id="payment-refunds">
                {t('admin.refunds')}
              </Typography>
              <DataList items={data.refunds} keyOf={(refund) => refund.id} label={t('admin.refunds')} gap={0}>
                {(refund) => (
                  <Stack direction="row" spacing={1.5} useFlexGap sx={{ py: 1.25, flexWrap: 'wrap' }}>
                    <Typography>{money(refund.amount, data.payment.currency)}</Typography>
                    <StatusChip status={refund.status} />
                    <Typography sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
                      {refund.reason}
                    </Typography>
                  </Stack>
                )}
              </DataList>
            </section>
          )}
          <section aria-labelledby="payment-history">
            <Typography variant="h2" id="payment-history">
              {t('admin.history')}
            </Typography>
            <DataList items={data.events} keyOf={(event) => event.id} label={t('admin.history')} gap={0}>
              {(event) => <EventRow event={event} />}
            </DataList>
          </section>
        </Stack>
      )}
    </Page>
  );
}
