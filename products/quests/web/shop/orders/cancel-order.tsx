import { Button, Stack, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { ConfirmDialog, useApi, useInvalidate, useLanguage, useNotice, useText } from '#platform/web';
import {
  cancelOrder,
  getMerch,
  getMyQuest,
  getOrder,
  getPlayer,
  listMerch,
  listOrders,
  type Order,
} from '../../../contract/index.ts';
import { useShopRefusals } from '../refusals.ts';
import { shopTexts } from '../texts.ts';
import { refundDeadline } from './order-stage.rules.ts';

/** Giving up what is unpaid, or giving back what may still be given back, with the rule and its deadline. */
export function CancelOrder({ order }: { readonly order: Order }): ReactNode {
  const t = useText(shopTexts);
  const language = useLanguage();
  const refusals = useShopRefusals();
  const notice = useNotice();
  const { call } = useApi();
  const invalidate = useInvalidate();
  const [isOpen, setIsOpen] = useState(false);
  const unpaid = order.state === 'awaiting_payment';
  const until = order.state === 'paid' ? refundDeadline(order, Date.now()) : null;
  if (!unpaid && until === null && !isOpen) return null;
  const date =
    until === null
      ? ''
      : new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(until);
  const rule = until === null ? null : t(`order.rule_${order.kind}`, { date });
  const cancel = async (): Promise<void> => {
    try {
      await call(cancelOrder, { params: { id: order.id } });
      notice.success(t(unpaid ? 'order.given_up' : 'order.given_back'));
    } finally {
      await invalidate(getOrder, listOrders, getPlayer, getMyQuest, getMerch, listMerch);
    }
  };
  return (
    <Stack spacing={1} sx={{ alignItems: 'flex-start' }}>
      {rule === null ? null : (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {rule}
        </Typography>
      )}
      <Button color="error" variant="outlined" onClick={() => setIsOpen(true)}>
        {t(unpaid ? 'order.give_up' : 'order.give_back')}
      </Button>
      <ConfirmDialog
        open={isOpen}
        destructive
        title={t(unpaid ? 'order.give_up_title' : 'order.give_back_title')}
        confirmLabel={t(unpaid ? 'order.give_up' : 'order.give_back')}
        refusals={refusals}
        onConfirm={cancel}
        onClose={() => setIsOpen(false)}
      >
        {unpaid ? t('order.give_up_text') : t(`order.give_back_${order.kind}`)}
      </ConfirmDialog>
    </Stack>
  );
}
