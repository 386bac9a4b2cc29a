import { Button } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { type ItemOf, useText } from '#platform/web';
import type { listAllOrders } from '../../../contract/index.ts';
import { SidePanel } from '../pieces/side-panel.tsx';
import { operationsTexts } from '../texts.ts';
import { MoveDialog } from './move-dialog.tsx';
import { OrderFacts } from './order-facts.tsx';
import { type ParcelMove, parcelMoves } from './parcel.rules.ts';
import { RefundDialog } from './refund-dialog.tsx';

interface OrderPanelProps {
  readonly order: ItemOf<typeof listAllOrders>;
  readonly onClose: () => void;
}

/** One order with what can be done about it. */
export function OrderPanel({ order, onClose }: OrderPanelProps): ReactNode {
  const t = useText(operationsTexts);
  const [open, setOpen] = useState<ParcelMove | 'refund' | null>(null);
  const moves = parcelMoves(order);
  const close = (): void => setOpen(null);
  const actions =
    order.state === 'paid' ? (
      <>
        {moves.map((to, index) => (
          <Button key={to} variant={index === 0 ? 'contained' : 'outlined'} onClick={() => setOpen(to)}>
            {t(`orders.move_${to}`)}
          </Button>
        ))}
        <Button variant="outlined" color="error" onClick={() => setOpen('refund')}>
          {t('orders.refund')}
        </Button>
      </>
    ) : undefined;
  return (
    <SidePanel
      open
      title={t('orders.move_title', { number: order.number })}
      onClose={onClose}
      actions={actions}
    >
      <OrderFacts order={order} buyer={order.buyer?.name ?? t('gone')} />
      {open === 'refund' ? <RefundDialog order={order} onClose={close} /> : null}
      {open === null || open === 'refund' ? null : <MoveDialog order={order} to={open} onClose={close} />}
    </SidePanel>
  );
}
