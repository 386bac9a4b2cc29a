import DeleteOutlineOutlined from '@mui/icons-material/DeleteOutlineOutlined';
import { Box, IconButton, Skeleton, Stack, Link as TextLink, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useLocalized, useText } from '#platform/web';
import { useMoney } from '../../pieces/index.ts';
import { MerchPicture } from '../merch/merch-picture.tsx';
import { shopTexts } from '../texts.ts';
import { type MetLine, maxQuantity } from './cart.rules.ts';
import { useCart } from './cart-store.ts';
import { QuantityField } from './quantity-field.tsx';

function Remove({ label, id }: { readonly label: string; readonly id: string }): ReactNode {
  const set = useCart((state) => state.set);
  return (
    <IconButton aria-label={label} onClick={() => set(id, 0)}>
      <DeleteOutlineOutlined fontSize="small" />
    </IconButton>
  );
}

function Hint({ line }: { readonly line: MetLine }): ReactNode {
  const t = useText(shopTexts);
  if (line.kind === 'sold_out') return t('cart.sold_out');
  return line.kind === 'lowered' ? t('cart.lowered', { count: line.quantity }) : null;
}

/** An article in the cart: how many, for how much, and what has changed about it. */
export function CartRow({ line }: { readonly line: MetLine }): ReactNode {
  const t = useText(shopTexts);
  const localized = useLocalized();
  const money = useMoney();
  const set = useCart((state) => state.set);
  if (line.kind === 'loading') return <Skeleton variant="rounded" height={72} sx={{ my: 1.5 }} />;
  if (line.kind === 'gone') {
    return (
      <Stack direction="row" sx={{ py: 1.5, gap: 1, alignItems: 'center', justifyContent: 'space-between' }}>
        <Typography sx={{ color: 'error.main' }}>{t('cart.gone')}</Typography>
        <Remove label={t('cart.remove_gone')} id={line.id} />
      </Stack>
    );
  }
  const { merch, id } = line;
  const title = localized(merch.title);
  const quantity = line.kind === 'sold_out' ? 0 : line.quantity;
  const isFaded = line.kind === 'sold_out';
  return (
    <Stack direction="row" sx={{ py: 1.5, gap: 2 }}>
      <MerchPicture
        cover={merch.picture}
        sizes="72px"
        sx={{
          width: 72,
          flexShrink: 0,
          alignSelf: 'flex-start',
          borderRadius: '10px',
          opacity: isFaded ? 0.5 : 1,
        }}
      />
      <Box sx={{ flexGrow: 1, minWidth: 0 }}>
        <Stack direction="row" sx={{ gap: 1, justifyContent: 'space-between', alignItems: 'flex-start' }}>
          <Box sx={{ minWidth: 0 }}>
            <TextLink
              component={Link}
              to={`/shop/${id}`}
              color="inherit"
              sx={{ fontWeight: 560, overflowWrap: 'anywhere' }}
            >
              {title}
            </TextLink>
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {t('cart.each', { price: money(merch.price) })}
            </Typography>
          </Box>
          <Remove label={t('cart.remove', { title })} id={id} />
        </Stack>
        {line.kind === 'good' ? null : (
          <Typography variant="body2" role="status" sx={{ color: 'warning.main' }}>
            <Hint line={line} />
          </Typography>
        )}
        {isFaded ? null : (
          <Stack
            direction="row"
            useFlexGap
            sx={{ mt: 1, gap: 1, alignItems: 'center', justifyContent: 'space-between', flexWrap: 'wrap' }}
          >
            <QuantityField
              label={`${t('shop.quantity')}: ${title}`}
              value={quantity}
              max={Math.min(maxQuantity, merch.stock)}
              onChange={(next) => set(id, next)}
            />
            <Typography sx={{ fontWeight: 600, whiteSpace: 'nowrap' }}>
              {money({ ...merch.price, amount: merch.price.amount * quantity })}
            </Typography>
          </Stack>
        )}
      </Box>
    </Stack>
  );
}
