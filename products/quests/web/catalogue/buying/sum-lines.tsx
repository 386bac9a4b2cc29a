import { Box, Divider } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import { Price } from '../../pieces/index.ts';
import { catalogueTexts } from '../texts.ts';
import type { Sums } from './buy.rules.ts';

/** How the price becomes what is to be paid. */
export function SumLines({ sums, currency }: { readonly sums: Sums; readonly currency: string }): ReactNode {
  const t = useText(catalogueTexts);
  const lines = [
    { name: t('buy.price'), amount: sums.price, minus: false },
    ...(sums.discount > 0 ? [{ name: t('buy.discount'), amount: sums.discount, minus: true }] : []),
    ...(sums.credits > 0 ? [{ name: t('buy.with_credits'), amount: sums.credits, minus: true }] : []),
  ];
  const row = { display: 'flex', justifyContent: 'space-between', gap: 2 } as const;
  return (
    <Box component="dl" aria-live="polite" sx={{ m: 0, display: 'grid', gap: 0.75, '& dd': { m: 0 } }}>
      {lines.map(({ name, amount, minus }) => (
        <Box key={name} sx={{ ...row, color: 'text.secondary' }}>
          <dt>{name}</dt>
          <dd>
            {minus ? '−' : ''}
            <Price price={{ amount, currency }} free={false} />
          </dd>
        </Box>
      ))}
      <Divider />
      <Box sx={{ ...row, fontWeight: 650, fontSize: '1.125rem' }}>
        <dt>{t('buy.due')}</dt>
        <dd>
          <Price price={{ amount: sums.due, currency }} free={false} />
        </dd>
      </Box>
    </Box>
  );
}
