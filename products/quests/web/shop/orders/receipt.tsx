import { Box, Divider, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { DataList, useLanguage, useLocalized, useText } from '#platform/web';
import type { Order } from '../../../contract/index.ts';
import { moneyText } from '../../pieces/index.ts';
import { SectionCard } from '../checkout/section-card.tsx';
import { SumList } from '../checkout/sum-list.tsx';
import { shopTexts } from '../texts.ts';

/** What was ordered, what came off, and what was paid. */
export function Receipt({ order }: { readonly order: Order }): ReactNode {
  const t = useText(shopTexts);
  const localized = useLocalized();
  const language = useLanguage();
  const { total, discount, credits, promo_code: code, lines } = order;
  const { currency } = total;
  const sum = (amount: number): string => moneyText({ amount, currency }, language);
  const off = code === null ? t('order.discount') : t('order.discount_code', { code });
  const open = order.state === 'awaiting_payment' || order.state === 'cancelled';
  return (
    <SectionCard title={t('order.receipt')}>
      <DataList items={lines} keyOf={({ item_id }) => item_id} label={t('order.lines')} gap={1}>
        {({ title, quantity, unit_price }) => (
          <Stack direction="row" sx={{ gap: 2, justifyContent: 'space-between' }}>
            <Box sx={{ minWidth: 0 }}>
              <Typography sx={{ overflowWrap: 'anywhere' }}>{localized(title)}</Typography>
              {quantity === 1 ? null : (
                <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                  {t('order.line', { quantity, price: sum(unit_price.amount) })}
                </Typography>
              )}
            </Box>
            <Typography sx={{ whiteSpace: 'nowrap' }}>{sum(unit_price.amount * quantity)}</Typography>
          </Stack>
        )}
      </DataList>
      <Divider />
      <SumList
        rows={[
          ...(discount.amount === 0 && credits === 0
            ? []
            : [{ name: t('order.total'), value: sum(total.amount) }]),
          ...(discount.amount === 0 ? [] : [{ name: off, value: `−${sum(discount.amount)}` }]),
          ...(credits === 0 ? [] : [{ name: t('order.credits'), value: `−${sum(credits)}` }]),
          {
            name: t(open ? 'order.due_open' : 'order.due_paid'),
            value: sum(total.amount - discount.amount - credits),
            strong: true,
          },
        ]}
      />
    </SectionCard>
  );
}
