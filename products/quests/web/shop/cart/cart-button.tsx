import ShoppingBagOutlined from '@mui/icons-material/ShoppingBagOutlined';
import { Button } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useText } from '#platform/web';
import { shopTexts } from '../texts.ts';
import { pieceCount } from './cart.rules.ts';
import { useCart } from './cart-store.ts';

/** The way to the cart, with how much is in it. */
export function CartButton(): ReactNode {
  const t = useText(shopTexts);
  const count = useCart(({ cart }) => pieceCount(cart));
  return (
    <Button
      component={Link}
      to="/shop/cart"
      variant="outlined"
      color="inherit"
      startIcon={<ShoppingBagOutlined fontSize="small" />}
    >
      {count === 0 ? t('cart.button') : t('cart.button_count', { count })}
    </Button>
  );
}
