import { Divider, Stack, Link as TextLink, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { DataList, useLocalized, useSession, useText } from '#platform/web';
import type { Order } from '../../../contract/index.ts';
import { type Fact, Facts } from '../pieces/facts.tsx';
import { useInstant, useMoney } from '../pieces/formats.ts';
import { StateChip } from '../pieces/state-chip.tsx';
import { operationsTexts } from '../texts.ts';
import { deliveryColors, orderColors } from './order-colors.ts';
import { paidWithMoney } from './parcel.rules.ts';

function Payment({ payment }: Pick<Order, 'payment'>): ReactNode {
  const t = useText(operationsTexts);
  const { user } = useSession();
  if (payment === null) return t('orders.payment_none');
  const status = t(`orders.payment_${payment.status}`);
  if (user?.permissions.includes('manage_payments') !== true) return status;
  return (
    <>
      {status} ·{' '}
      <TextLink component={Link} to={`/admin/payments/${payment.id}`}>
        {t('orders.payment_open')}
      </TextLink>
    </>
  );
}

function useMoneyFacts(order: Order): readonly Fact[] {
  const t = useText(operationsTexts);
  const money = useMoney();
  const { total, discount, credits, promo_code: promo } = order;
  const { currency } = total;
  return [
    { key: 'price', name: t('orders.price'), value: money(total.amount, currency) },
    ...(discount.amount === 0
      ? []
      : [{ key: 'discount', name: t('orders.discount'), value: `−${money(discount.amount, currency)}` }]),
    ...(promo === null ? [] : [{ key: 'promo', name: t('orders.promo'), value: <code>{promo}</code> }]),
    ...(credits === 0
      ? []
      : [{ key: 'credits', name: t('orders.credits'), value: money(credits, currency) }]),
    {
      key: 'total',
      name: t('orders.total'),
      value: <strong>{money(paidWithMoney(order), currency)}</strong>,
    },
    { key: 'payment', name: t('orders.payment'), value: <Payment payment={order.payment} /> },
  ];
}

function useStateFacts(order: Order, buyer: string): readonly Fact[] {
  const t = useText(operationsTexts);
  const instant = useInstant();
  const { state, delivery_state: at, delivery, tracking_number: tracking, refundable_until: until } = order;
  const parcel =
    delivery === null
      ? []
      : [
          { key: 'receiver', name: t('orders.receiver'), value: delivery.name },
          { key: 'phone', name: t('orders.phone'), value: delivery.phone },
          { key: 'address', name: t('orders.address'), value: delivery.address },
        ];
  return [
    {
      key: 'state',
      name: t('state'),
      value: <StateChip state={state} colors={orderColors} label={t(`orders.state_${state}`)} />,
    },
    { key: 'buyer', name: t('orders.buyer'), value: buyer },
    { key: 'created', name: t('orders.created'), value: instant(order.created_at) },
    ...(order.kind === 'quest'
      ? []
      : [
          {
            key: 'delivery',
            name: t('orders.delivery'),
            value: <StateChip state={at} colors={deliveryColors} label={t(`orders.delivery_${at}`)} />,
          },
        ]),
    ...parcel,
    ...(tracking === null ? [] : [{ key: 'tracking', name: t('orders.tracking'), value: tracking }]),
    ...(until === null ? [] : [{ key: 'until', name: t('orders.refundable'), value: instant(until) }]),
  ];
}

/** Everything about an order. */
export function OrderFacts({ order, buyer }: { readonly order: Order; readonly buyer: string }): ReactNode {
  const t = useText(operationsTexts);
  const localized = useLocalized();
  const money = useMoney();
  const states = useStateFacts(order, buyer);
  const sums = useMoneyFacts(order);
  return (
    <Stack spacing={2}>
      <Facts facts={states} />
      <Divider />
      <Typography variant="h3">{t('orders.lines')}</Typography>
      <DataList items={order.lines} keyOf={({ item_id: id }) => id} label={t('orders.lines')} gap={0}>
        {({ title, quantity, unit_price: price }) => (
          <Stack direction="row" spacing={2} sx={{ py: 1, justifyContent: 'space-between' }}>
            <Typography sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
              {localized(title)} {quantity === 1 ? '' : t('orders.quantity', { count: quantity })}
            </Typography>
            <Typography sx={{ flexShrink: 0 }}>{money(price.amount * quantity, price.currency)}</Typography>
          </Stack>
        )}
      </DataList>
      <Facts facts={sums} />
    </Stack>
  );
}
