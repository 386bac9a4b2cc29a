import ReceiptLongOutlined from '@mui/icons-material/ReceiptLongOutlined';
import { Box, Button, Card, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import {
  CursorList,
  EmptyState,
  Page,
  RelativeTime,
  useCursorList,
  useLanguage,
  useLocalized,
  useText,
} from '#platform/web';
import { listOrders, type Order } from '../../../contract/index.ts';
import { moneyText } from '../../pieces/index.ts';
import { shopTexts } from '../texts.ts';
import { stageOf } from './order-stage.rules.ts';
import { StageChip } from './stage-chip.tsx';

function OrderCard({ order }: { readonly order: Order }): ReactNode {
  const t = useText(shopTexts);
  const localized = useLocalized();
  const language = useLanguage();
  const [first, ...others] = order.lines;
  const { amount, currency } = order.total;
  const due = { amount: amount - order.discount.amount, currency };
  return (
    <Card
      component="article"
      sx={{ position: 'relative', p: 2, '&:hover': { borderColor: 'text.secondary' } }}
    >
      <Stack direction="row" sx={{ gap: 2, justifyContent: 'space-between', alignItems: 'flex-start' }}>
        <Box sx={{ minWidth: 0 }}>
          <Typography variant="h4" component="h2" sx={{ overflowWrap: 'anywhere' }}>
            <Box
              component={Link}
              to={`/orders/${order.id}`}
              sx={{
                color: 'inherit',
                textDecoration: 'none',
                '&::after': { content: '""', position: 'absolute', inset: 0 },
              }}
            >
              {first === undefined ? t('orders.number', { number: order.number }) : localized(first.title)}
              {others.length === 0 ? null : ` ${t('orders.and_more', { count: others.length })}`}
            </Box>
          </Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t('orders.number', { number: order.number })} · <RelativeTime value={order.created_at} />
          </Typography>
        </Box>
        <Typography sx={{ fontWeight: 600, whiteSpace: 'nowrap' }}>{moneyText(due, language)}</Typography>
      </Stack>
      <Stack direction="row" useFlexGap sx={{ mt: 1, gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
        <StageChip stage={stageOf(order)} />
        {order.delivery_state === 'none' || order.state !== 'paid' ? null : (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t('order.parcel')}: {t(`parcel.${order.delivery_state}`).toLocaleLowerCase(language)}
          </Typography>
        )}
      </Stack>
    </Card>
  );
}

/** What the person bought, newest first. */
export function OrdersScreen(): ReactNode {
  const t = useText(shopTexts);
  const list = useCursorList(listOrders, { query: {} });
  return (
    <Page
      title={t('orders.title')}
      width="narrow"
      actions={
        <Button component={Link} to="/shop" variant="outlined" color="inherit">
          {t('shop.to_shop')}
        </Button>
      }
    >
      <CursorList
        list={list}
        keyOf={({ id }) => id}
        label={t('orders.list')}
        empty={
          <EmptyState
            icon={ReceiptLongOutlined}
            title={t('orders.none')}
            hint={t('orders.none_hint')}
            action={
              <Button component={Link} to="/quests" variant="contained">
                {t('orders.to_quests')}
              </Button>
            }
          />
        }
      >
        {(order) => <OrderCard order={order} />}
      </CursorList>
    </Page>
  );
}
