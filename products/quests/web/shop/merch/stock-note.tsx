import { Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import { shopTexts } from '../texts.ts';

const few = 5;

/** Whether there is any, and a warning when there is little. */
export function StockNote({ stock }: { readonly stock: number }): ReactNode {
  const t = useText(shopTexts);
  const text =
    stock <= 0 ? t('shop.sold_out') : stock <= few ? t('shop.left', { count: stock }) : t('shop.in_stock');
  return (
    <Typography
      variant="body2"
      sx={{ color: stock <= 0 ? 'text.secondary' : stock <= few ? 'warning.main' : 'success.main' }}
    >
      {text}
    </Typography>
  );
}
