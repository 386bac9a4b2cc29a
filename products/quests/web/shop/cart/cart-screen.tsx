import ShoppingBagOutlined from '@mui/icons-material/ShoppingBagOutlined';
import { Alert, Button, Card, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { DataList, EmptyState, ErrorNotice, Page, useText } from '#platform/web';
import { useMoney } from '../../pieces/index.ts';
import { shopTexts } from '../texts.ts';
import { orderable, totalOf } from './cart.rules.ts';
import { CartRow } from './cart-row.tsx';
import { useMetCart } from './use-met-cart.ts';

/** What somebody is about to order, against what the shop has now. */
export function CartScreen(): ReactNode {
  const t = useText(shopTexts);
  const money = useMoney();
  const { lines, isPending, error, refetch } = useMetCart();
  const wanted = orderable(lines);
  const total = totalOf(wanted);
  if (lines.length === 0) {
    return (
      <Page title={t('cart.title')} width="narrow">
        <EmptyState
          icon={ShoppingBagOutlined}
          title={t('cart.none')}
          hint={t('cart.none_hint')}
          action={
            <Button component={Link} to="/shop" variant="contained">
              {t('shop.to_shop')}
            </Button>
          }
        />
      </Page>
    );
  }
  return (
    <Page
      title={t('cart.title')}
      width="narrow"
      actions={
        <Button component={Link} to="/shop" color="inherit" variant="outlined">
          {t('shop.to_shop')}
        </Button>
      }
    >
      <Stack spacing={2}>
        <ErrorNotice error={error} onRetry={refetch} />
        <Card sx={{ px: 2, py: 0.5 }}>
          <DataList items={lines} keyOf={({ id }) => id} label={t('cart.lines')} gap={0}>
            {(line) => <CartRow line={line} />}
          </DataList>
        </Card>
        {total === 'mixed' ? <Alert severity="warning">{t('cart.mixed')}</Alert> : null}
        {wanted.length === 0 && !isPending && error === null ? (
          <Alert severity="warning">{t('cart.nothing_left')}</Alert>
        ) : null}
        {total === null || total === 'mixed' ? null : (
          <Stack
            direction="row"
            useFlexGap
            sx={{ flexWrap: 'wrap', gap: 2, alignItems: 'center', justifyContent: 'space-between' }}
          >
            <Typography variant="h2" component="p">
              {t('cart.total')}: {money(total)}
            </Typography>
            <Button
              component={Link}
              to="/shop/checkout"
              variant="contained"
              size="large"
              disabled={isPending}
              sx={{ flexGrow: { xs: 1, sm: 0 } }}
            >
              {t('cart.go')}
            </Button>
          </Stack>
        )}
      </Stack>
    </Page>
  );
}
