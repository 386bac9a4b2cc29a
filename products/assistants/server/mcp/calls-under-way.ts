/** Calls of the tool server in this process, so that a cancellation that comes as a request of its own finds them. */
export interface CallsUnderWay {
  begin(
    session: string,
    requestId: string | number,
  ): { readonly signal: AbortSignal; readonly end: () => void };
  /** Ends one call of a session. */
  cancel(session: string, requestId: string | number): void;
  /** Ends all calls of a session. */
  cancelAll(session: string): void;
}

export function createCallsUnderWay(): CallsUnderWay {
  const sessions = new Map<string, Map<string, AbortController>>();
  const keyOf = (requestId: string | number): string => `${typeof requestId} ${requestId}`;
  const reason = (): Error => new Error('The client cancelled the call.');
  return {
    begin(session, requestId) {
      const calls = sessions.get(session) ?? new Map<string, AbortController>();
      sessions.set(session, calls);
      const controller = new AbortController();
      const key = keyOf(requestId);
      calls.set(key, controller);
      return {
        signal: controller.signal,
        end() {
          if (calls.get(key) === controller) calls.delete(key);
          if (calls.size === 0 && sessions.get(session) === calls) sessions.delete(session);
        },
      };
    },
    cancel: (session, requestId) => sessions.get(session)?.get(keyOf(requestId))?.abort(reason()),
    cancelAll(session) {
      for (const controller of sessions.get(session)?.values() ?? []) controller.abort(reason());
    },
  };
}
