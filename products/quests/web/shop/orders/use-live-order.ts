import { useEffect, useEffectEvent } from 'react';
import { useCall, useInvalidate } from '#platform/web';
import { getMyQuest, getOrder, getPlayer, listOrders } from '../../../contract/index.ts';
import { pollEvery } from './order-stage.rules.ts';

/** An order, asked about again while it waits for its payment. */
export function useLiveOrder(id: string) {
  const invalidate = useInvalidate();
  const read = useCall(getOrder, { params: { id } });
  const order = read.data;
  // A second watcher of the same answer: how often to ask depends on what was answered.
  useCall(
    getOrder,
    { params: { id } },
    { refetchInterval: order === undefined ? false : pollEvery(order, Date.now()) },
  );
  const state = order?.state;
  const follow = useEffectEvent(() => void invalidate(listOrders, getPlayer, getMyQuest));
  useEffect(() => {
    if (state !== undefined) follow();
  }, [state]);
  return read;
}
