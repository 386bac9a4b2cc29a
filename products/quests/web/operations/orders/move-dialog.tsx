import { Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Type } from 'typebox';
import { FormTextField, useApi, useForm, useInvalidate, useNotice, useText } from '#platform/web';
import { listAllOrders, type Order, updateOrder } from '../../../contract/index.ts';
import { FormDialog } from '../pieces/form-dialog.tsx';
import { operationsTexts } from '../texts.ts';
import type { ParcelMove } from './parcel.rules.ts';

const MoveForm = Type.Object({
  tracking_number: Type.Optional(Type.String({ maxLength: 60, pattern: '\\S' })),
});

interface MoveDialogProps {
  readonly order: Order;
  readonly to: ParcelMove;
  readonly onClose: () => void;
}

/** Moves a parcel on; a sent one may carry its number. */
export function MoveDialog({ order, to, onClose }: MoveDialogProps): ReactNode {
  const t = useText(operationsTexts);
  const api = useApi();
  const notice = useNotice();
  const invalidate = useInvalidate();
  const form = useForm({
    schema: MoveForm,
    initial: { tracking_number: order.tracking_number ?? '' },
    async submit({ tracking_number: tracking }) {
      const number = tracking === undefined ? {} : { tracking_number: tracking.trim() };
      await api.call(updateOrder, { params: { id: order.id }, body: { delivery_state: to, ...number } });
      notice.success(t('orders.moved'));
      onClose();
      await invalidate(listAllOrders);
    },
  });
  return (
    <FormDialog
      title={t('orders.move_title', { number: order.number })}
      form={form}
      submitLabel={t(`orders.move_${to}`)}
      onClose={onClose}
    >
      <Typography sx={{ color: 'text.secondary' }}>{t('orders.move_help')}</Typography>
      {to === 'sent' ? (
        <FormTextField
          form={form}
          name="tracking_number"
          label={t('orders.tracking')}
          help={t('orders.tracking_help')}
          slotProps={{ htmlInput: { maxLength: 60, autoComplete: 'off' } }}
        />
      ) : null}
    </FormDialog>
  );
}
