import StorefrontOutlined from '@mui/icons-material/StorefrontOutlined';
import { Box, Button, Stack, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import {
  EmptyState,
  ErrorNotice,
  ListSkeleton,
  Page,
  PlainText,
  useCall,
  useLocalized,
  useNotice,
  useText,
} from '#platform/web';
import { getMerch, type Merch } from '../../../contract/index.ts';
import { useMoney } from '../../pieces/index.ts';
import { quantityOf, roomFor } from '../cart/cart.rules.ts';
import { CartButton } from '../cart/cart-button.tsx';
import { useCart } from '../cart/cart-store.ts';
import { QuantityField } from '../cart/quantity-field.tsx';
import { shopTexts } from '../texts.ts';
import { MerchPicture } from './merch-picture.tsx';
import { StockNote } from './stock-note.tsx';

function AddToCart({ merch }: { readonly merch: Merch }): ReactNode {
  const t = useText(shopTexts);
  const localized = useLocalized();
  const notice = useNotice();
  const navigate = useNavigate();
  const { cart, add } = useCart();
  const [wanted, setWanted] = useState(1);
  const { id, stock } = merch;
  const title = localized(merch.title);
  const inCart = quantityOf(cart, id);
  const room = roomFor(cart, id, stock);
  const quantity = Math.max(1, Math.min(wanted, room));
  if (stock <= 0) return null;
  const put = (): void => {
    add(id, quantity, stock);
    setWanted(1);
    notice.success(t('shop.added', { title }), {
      label: t('shop.open_cart'),
      run: () => void navigate('/shop/cart'),
    });
  };
  return (
    <Stack spacing={1}>
      <Stack direction="row" useFlexGap sx={{ gap: 1.5, flexWrap: 'wrap' }}>
        <QuantityField
          label={`${t('shop.quantity')}: ${title}`}
          value={quantity}
          max={Math.max(1, room)}
          onChange={setWanted}
        />
        <Button
          variant="contained"
          size="large"
          disabled={room === 0}
          onClick={put}
          sx={{ flexGrow: { xs: 1, sm: 0 } }}
        >
          {t('shop.add')}
        </Button>
      </Stack>
      <Typography variant="body2" role="status" sx={{ color: 'text.secondary', minHeight: '1.5em' }}>
        {inCart > 0 ? t('shop.in_cart', { count: inCart }) : room === 0 ? t('shop.cart_full') : null}
      </Typography>
    </Stack>
  );
}

function Article({ merch }: { readonly merch: Merch }): ReactNode {
  const t = useText(shopTexts);
  const localized = useLocalized();
  const money = useMoney();
  const title = localized(merch.title);
  return (
    <Page
      title={title}
      actions={
        <>
          <Button component={Link} to="/shop" color="inherit">
            {t('shop.to_shop')}
          </Button>
          <CartButton />
        </>
      }
    >
      <Box
        sx={{
          display: 'grid',
          gap: { xs: 2.5, md: 4 },
          gridTemplateColumns: { xs: '1fr', md: 'minmax(0, 5fr) minmax(0, 4fr)' },
        }}
      >
        <MerchPicture
          cover={merch.picture}
          alt={title}
          eager
          sizes="(max-width: 900px) 100vw, 600px"
          sx={{ borderRadius: '12px', maxHeight: { xs: 360, md: 'none' }, width: '100%' }}
        />
        <Stack spacing={2.5}>
          <div>
            <Typography variant="h1" component="p">
              {money(merch.price)}
            </Typography>
            <StockNote stock={merch.stock} />
          </div>
          <AddToCart merch={merch} />
          <section aria-label={t('shop.about')}>
            <PlainText>{localized(merch.description)}</PlainText>
          </section>
        </Stack>
      </Box>
    </Page>
  );
}

/** One article: what it is, and into the cart with it. */
export function ArticleScreen(): ReactNode {
  const t = useText(shopTexts);
  const { id = '' } = useParams();
  const { data, error, refetch } = useCall(getMerch, { params: { id } });
  if (data !== undefined) return <Article merch={data} />;
  if (error?.status === 404 || error?.status === 422) {
    return (
      <EmptyState
        icon={StorefrontOutlined}
        heading="h1"
        title={t('shop.not_found')}
        hint={t('shop.not_found_hint')}
        action={
          <Button component={Link} to="/shop" variant="outlined">
            {t('shop.to_shop')}
          </Button>
        }
      />
    );
  }
  return (
    <Page title={t('shop.title')}>
      {error === null ? (
        <ListSkeleton rows={2} height={200} />
      ) : (
        <ErrorNotice error={error} onRetry={refetch} />
      )}
    </Page>
  );
}
