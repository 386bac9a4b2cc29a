import { useRef } from 'react';
import { useNavigate } from 'react-router';
import { newId } from '#base/ids';
import type { BodyOf } from '#platform/contract';
import { asProblem, useApi, useInvalidate } from '#platform/web';
import {
  checkPromo,
  getMerch,
  getMyQuest,
  getPlayer,
  listMerch,
  listOrders,
  placeOrder,
} from '../../../contract/index.ts';
import { createAttempts } from './attempt.rules.ts';
import { leaveTo } from './leave.ts';

export type OrderBody = BodyOf<typeof placeOrder>;

/**
 * Places an order and leads on: to the order's page, and from there to the provider where something is to pay.
 * Rejects with the problem; what the page believed about stock, promo code and credits is then asked anew.
 */
export function usePlaceOrder(onPlaced: () => void): (body: OrderBody) => Promise<void> {
  const { call } = useApi();
  const navigate = useNavigate();
  const invalidate = useInvalidate();
  const attempts = useRef(createAttempts(newId));
  return async (body) => {
    try {
      const order = await call(placeOrder, { body, idempotencyKey: attempts.current.keyFor(body) });
      attempts.current.settled();
      onPlaced();
      void invalidate(listOrders, getPlayer, listMerch, getMerch, getMyQuest);
      // Replaced, so that the way back from the provider leads to the order and not to an empty checkout.
      await navigate(`/orders/${order.id}`, { replace: true });
      const address = order.payment?.confirmation_url ?? null;
      if (address !== null) leaveTo(address);
    } catch (error) {
      const { status } = asProblem(error);
      if (status >= 400 && status < 500) {
        attempts.current.settled();
        await invalidate(getMerch, listMerch, checkPromo, getPlayer);
      }
      throw error;
    }
  };
}
