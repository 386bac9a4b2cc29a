import { Button, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { Link, Navigate } from 'react-router';
import type { Static } from 'typebox';
import { Type } from 'typebox';
import {
  DataList,
  ErrorNotice,
  Form,
  FormTextField,
  ListSkeleton,
  Page,
  useForm,
  useLocalized,
  useSession,
  useText,
} from '#platform/web';
import { Delivery, type Price } from '../../../contract/index.ts';
import { useMoney } from '../../pieces/index.ts';
import { type OrderableLine, orderable, totalOf } from '../cart/cart.rules.ts';
import { useCart } from '../cart/cart-store.ts';
import { useMetCart } from '../cart/use-met-cart.ts';
import { useShopRefusals } from '../refusals.ts';
import { shopTexts } from '../texts.ts';
import { OrderSummary } from './order-summary.tsx';
import { PaymentFields } from './payment-fields.tsx';
import { ReceiptEmail } from './receipt-email.ts';
import { SectionCard } from './section-card.tsx';
import { SumList } from './sum-list.tsx';
import { usePaymentChoice } from './use-payment-choice.ts';
import { usePlaceOrder } from './use-place-order.ts';

const schema = Type.Object({ ...Delivery.properties, receipt_email: ReceiptEmail });

function MerchCheckout({
  lines,
  total,
  onPlaced,
}: {
  readonly lines: readonly OrderableLine[];
  readonly total: Static<typeof Price>;
  readonly onPlaced: () => void;
}): ReactNode {
  const t = useText(shopTexts);
  const localized = useLocalized();
  const money = useMoney();
  const refusals = useShopRefusals();
  const { user } = useSession();
  const choice = usePaymentChoice(total);
  const place = usePlaceOrder(onPlaced);
  const form = useForm({
    schema,
    initial: { name: user?.display_name ?? '', phone: '', address: '', receipt_email: user?.email ?? '' },
    submit: ({ receipt_email, ...delivery }) =>
      place({
        kind: 'merch',
        lines: lines.map(({ id, quantity }) => ({ merch_id: id, quantity })),
        delivery,
        receipt_email,
        ...choice.body,
      }),
  });
  return (
    <Form form={form} refusals={refusals} label={t('checkout.title')}>
      <SectionCard title={t('checkout.what')}>
        <DataList items={lines} keyOf={({ id }) => id} label={t('checkout.what')} gap={0.75}>
          {({ merch, quantity }) => (
            <SumList
              rows={[
                {
                  name: `${localized(merch.title)} × ${quantity}`,
                  value: money({ ...merch.price, amount: merch.price.amount * quantity }),
                },
              ]}
            />
          )}
        </DataList>
        <Button component={Link} to="/shop/cart" color="inherit" sx={{ alignSelf: 'flex-start', ml: -2 }}>
          {t('checkout.back')}
        </Button>
      </SectionCard>
      <SectionCard title={t('checkout.delivery')}>
        <FormTextField form={form} name="name" label={t('checkout.name')} autoComplete="name" />
        <FormTextField
          form={form}
          name="phone"
          type="tel"
          label={t('checkout.phone')}
          patternText={t('checkout.phone_pattern')}
          autoComplete="tel"
          slotProps={{ htmlInput: { inputMode: 'tel' } }}
        />
        <FormTextField
          form={form}
          name="address"
          label={t('checkout.address')}
          help={t('checkout.address_help')}
          autoComplete="street-address"
          multiline
          minRows={2}
        />
      </SectionCard>
      <SectionCard title={t('checkout.payment')}>
        <PaymentFields choice={choice} />
        <FormTextField
          form={form}
          name="receipt_email"
          type="email"
          label={t('checkout.receipt_email')}
          autoComplete="email"
        />
        <OrderSummary choice={choice} form={form} />
      </SectionCard>
    </Form>
  );
}

/** From the cart to the order: where it goes and how it is paid. */
export function MerchCheckoutScreen(): ReactNode {
  const t = useText(shopTexts);
  const clear = useCart((state) => state.clear);
  const [isPlaced, setIsPlaced] = useState(false);
  const { lines, isPending, error, refetch } = useMetCart();
  const wanted = orderable(lines);
  const total = totalOf(wanted);
  const onPlaced = (): void => {
    setIsPlaced(true);
    clear();
  };
  const content = (): ReactNode => {
    // The cart is empty from here on, and the order's page is on its way.
    if (isPlaced) return <ListSkeleton rows={3} height={120} />;
    if (total !== null && total !== 'mixed' && !isPending) {
      return <MerchCheckout lines={wanted} total={total} onPlaced={onPlaced} />;
    }
    if (error !== null) return <ErrorNotice error={error} onRetry={refetch} />;
    return isPending ? <ListSkeleton rows={3} height={120} /> : <Navigate to="/shop/cart" replace />;
  };
  return (
    <Page title={t('checkout.title')} width="narrow">
      {content()}
      <Typography aria-hidden sx={{ height: 16 }} />
    </Page>
  );
}
