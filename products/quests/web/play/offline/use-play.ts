import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { ApiProblem, useApi, useChannel, useSession } from '#platform/web';
import { openDevice } from './device.ts';
import { exclusive } from './exclusive.ts';
import type { Device } from './kept.ts';
import { createPlayEngine, type PlayEngine } from './play-engine.ts';
import { emptyState, type PlayState } from './play-state.ts';

const news = 'quintet.quests.play';
const askAgainMs = 10_000;

export interface PlayHandle {
  readonly engine: PlayEngine | null;
  readonly state: PlayState;
}

function tellOtherTabs(sessionId: string): void {
  if (!('BroadcastChannel' in globalThis)) return;
  const channel = new BroadcastChannel(news);
  channel.postMessage(sessionId);
  channel.close();
}

/** Reads when another tab of this browser changed the session. */
function useOtherTabs(engine: PlayEngine | null, sessionId: string): void {
  useEffect(() => {
    if (engine === null || !('BroadcastChannel' in globalThis)) return undefined;
    const channel = new BroadcastChannel(news);
    channel.onmessage = ({ data }) => {
      if (data === sessionId) void engine.reload();
    };
    return () => channel.close();
  }, [engine, sessionId]);
}

/** Sends what waits when the network is back, and asks from time to time while it seems away. */
function useReturn(engine: PlayEngine | null, reachable: boolean): void {
  useEffect(() => {
    if (engine === null) return undefined;
    const sync = (): void => void engine.sync();
    const wake = (): void => {
      if (document.visibilityState === 'visible') sync();
    };
    globalThis.addEventListener('online', sync);
    document.addEventListener('visibilitychange', wake);
    const timer = reachable ? undefined : setInterval(sync, askAgainMs);
    return () => {
      globalThis.removeEventListener('online', sync);
      document.removeEventListener('visibilitychange', wake);
      clearInterval(timer);
    };
  }, [engine, reachable]);
}

function useEngine(sessionId: string): PlayEngine | null {
  const api = useApi();
  const { user } = useSession();
  const [device, setDevice] = useState<Device | null>(null);
  useEffect(() => {
    let gone = false;
    void openDevice().then((opened) => {
      if (!gone) setDevice(opened);
    });
    return () => {
      gone = true;
    };
  }, []);
  const userId = user?.id;
  const engine = useMemo(
    () =>
      device === null || userId === undefined
        ? null
        : createPlayEngine({
            api,
            device,
            exclusive,
            userId,
            sessionId,
            now: Date.now,
            isOnline: () => navigator.onLine,
            tellTabs: () => tellOtherTabs(sessionId),
          }),
    [api, device, userId, sessionId],
  );
  useEffect(() => {
    void engine?.start();
  }, [engine]);
  return engine;
}

const nothing = (): (() => void) => () => {};

/** A session as this device plays it, live. */
export function usePlay(sessionId: string): PlayHandle {
  const engine = useEngine(sessionId);
  const subscribe = useCallback(
    (listener: () => void) => (engine === null ? nothing() : engine.subscribe(listener)),
    [engine],
  );
  const state = useSyncExternalStore(subscribe, () => engine?.state() ?? emptyState);
  useOtherTabs(engine, sessionId);
  useReturn(engine, state.reachable);
  const known = state.problem instanceof ApiProblem && state.problem.status === 404;
  useChannel(
    engine === null || known ? null : `quest-session:${sessionId}`,
    ({ revision }) => {
      if (typeof revision !== 'number' || revision > (engine?.state().session?.revision ?? -1)) {
        void engine?.sync();
      }
    },
    () => void engine?.sync(),
  );
  return { engine, state };
}
