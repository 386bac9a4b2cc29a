/** Gathers what is asked for one by one in the same turn of the event loop, and loads it together. */
export function createBatchLoader<Value>(
  load: (ids: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
): (id: string) => Promise<Value | null> {
  let waiting:
    | { readonly ids: Set<string>; readonly answer: Promise<ReadonlyMap<string, Value>> }
    | undefined;

  function gather() {
    const ids = new Set<string>();
    const turn = Promise.withResolvers<void>();
    setImmediate(() => {
      waiting = undefined;
      turn.resolve();
    });
    return { ids, answer: turn.promise.then(() => load([...ids])) };
  }

  return async (id) => {
    waiting ??= gather();
    waiting.ids.add(id);
    return (await waiting.answer).get(id) ?? null;
  };
}
