/** A stream whose beginning was looked at. */
export interface Peeked<Item> {
  /** What was there without waiting. */
  readonly ready: readonly Item[];
  /** Everything, what is `ready` included. */
  readonly all: AsyncGenerator<Item>;
}

const later = Symbol('later');

/**
 * Takes the first item of a stream and all that follow it without any waiting: what comes from memory is there whole,
 * of what comes over a network only what has arrived.
 */
export async function peek<Item>(source: AsyncIterable<Item>): Promise<Peeked<Item>> {
  const iterator = source[Symbol.asyncIterator]();
  const ready: Item[] = [];
  let next: Promise<IteratorResult<Item>> = iterator.next();
  let result: IteratorResult<Item> | typeof later = await next;
  while (result !== later && result.done !== true) {
    ready.push(result.value);
    next = iterator.next();
    // Read again by `all`; a failure meanwhile is not unhandled.
    next.catch(() => undefined);
    let turn: NodeJS.Immediate | undefined;
    const pause: Promise<typeof later> = new Promise((resolve) => {
      turn = setImmediate(() => resolve(later));
    });
    result = await Promise.race([next, pause]);
    clearImmediate(turn);
  }
  async function* all(): AsyncGenerator<Item> {
    try {
      yield* ready;
      for (let item = await next; item.done !== true; item = await iterator.next()) yield item.value;
    } finally {
      await iterator.return?.();
    }
  }
  return { ready, all: all() };
}
