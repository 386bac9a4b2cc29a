import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { makeStale } from '../api/make-stale.ts';
import { usePlatform } from '../root/platform-context.ts';
import type { ChannelMessage } from './realtime.ts';

/**
 * Follows a channel (`memory:<owner>`) while the component is shown; null follows nothing. After messages may have
 * been missed `onGap` is told; without one every kept answer is asked for again.
 */
export function useChannel(
  channel: string | null,
  onMessage: (message: ChannelMessage) => void,
  onGap?: () => void,
): void {
  const { realtime } = usePlatform();
  const queries = useQueryClient();
  const message = useEffectEvent(onMessage);
  const gap = useEffectEvent(() => (onGap === undefined ? void makeStale(queries) : onGap()));
  useEffect(() => {
    if (channel === null) return undefined;
    return realtime.follow(
      channel,
      (received) => message(received),
      () => gap(),
    );
  }, [channel, realtime]);
}
