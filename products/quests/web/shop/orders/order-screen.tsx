import ReceiptLongOutlined from '@mui/icons-material/ReceiptLongOutlined';
import { Button, Stack } from '@mui/material';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { EmptyState, ErrorNotice, ListSkeleton, Page, useLanguage, useText } from '#platform/web';
import type { Order } from '../../../contract/index.ts';
import { useShopRefusals } from '../refusals.ts';
import { shopTexts } from '../texts.ts';
import { CancelOrder } from './cancel-order.tsx';
import { Parcel } from './parcel.tsx';
import { PaymentPanel } from './payment-panel.tsx';
import { Receipt } from './receipt.tsx';
import { useLiveOrder } from './use-live-order.ts';

function OrderPage({ order }: { readonly order: Order }): ReactNode {
  const t = useText(shopTexts);
  const language = useLanguage();
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(new Date(order.created_at));
  return (
    <Page
      title={t('orders.number_of', { number: order.number, date })}
      width="narrow"
      actions={
        <Button component={Link} to="/orders" variant="outlined" color="inherit">
          {t('orders.all')}
        </Button>
      }
    >
      <Stack spacing={3}>
        <PaymentPanel order={order} />
        <Parcel order={order} />
        <Receipt order={order} />
        <CancelOrder order={order} />
      </Stack>
    </Page>
  );
}

/** One order of the person's own; it follows the payment by itself. */
export function OrderScreen(): ReactNode {
  const t = useText(shopTexts);
  const refusals = useShopRefusals();
  const { id = '' } = useParams();
  const { data, error, refetch } = useLiveOrder(id);
  if (data !== undefined) return <OrderPage order={data} />;
  if (error?.status === 404 || error?.status === 422) {
    return (
      <EmptyState
        icon={ReceiptLongOutlined}
        heading="h1"
        title={t('orders.not_found')}
        action={
          <Button component={Link} to="/orders" variant="outlined">
            {t('orders.all')}
          </Button>
        }
      />
    );
  }
  return (
    <Page title={t('orders.title')} width="narrow">
      {error === null ? (
        <ListSkeleton rows={3} height={120} />
      ) : (
        <ErrorNotice error={error} refusals={refusals} onRetry={refetch} />
      )}
    </Page>
  );
}
