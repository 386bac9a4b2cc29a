export interface Started<Item> {
  readonly iterator: AsyncIterator<Item>;
  readonly first: Promise<IteratorResult<Item>>;
}

/** How long a stream may fail before its answer is committed to 200. */
const graceMs = 250;

/**
 * Starts a stream and gives it a moment: what it refuses at once is thrown here and becomes a proper
 * error status instead of an event inside a 200.
 */
export async function startStream<Item>(source: AsyncIterable<Item>): Promise<Started<Item>> {
  const iterator = source[Symbol.asyncIterator]();
  const first = iterator.next();
  // Rejections after the grace are read by the encoder; until then nobody may call them unhandled.
  first.catch(() => undefined);
  let timer: NodeJS.Timeout | undefined;
  const grace = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, graceMs);
  });
  try {
    await Promise.race([first, grace]);
  } finally {
    clearTimeout(timer);
  }
  return { iterator, first };
}
