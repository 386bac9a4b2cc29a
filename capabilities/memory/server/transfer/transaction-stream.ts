/** Thrown inside the work when the reader left early; ends the transaction. */
class ReaderLeft extends Error {
  override readonly name = 'ReaderLeft';
}

interface Slot<Item> {
  readonly item: Item;
  readonly taken: () => void;
}

/**
 * Iterates what a piece of work pushes while it holds something open, such as a transaction: each push waits until the
 * item was taken, and leaving the loop early makes the next push throw, so that the work ends.
 */
export async function* streamFrom<Item>(
  work: (push: (item: Item) => Promise<void>) => Promise<void>,
): AsyncGenerator<Item, void, undefined> {
  let offered: Slot<Item> | undefined;
  let wake: () => void = () => undefined;
  let finished = false;
  let left = false;
  let failure: { readonly error: unknown } | undefined;

  const running = work((item) => {
    if (left) return Promise.reject(new ReaderLeft());
    return new Promise<void>((resolve, reject) => {
      offered = { item, taken: () => (left ? reject(new ReaderLeft()) : resolve()) };
      wake();
    });
  })
    .catch((error: unknown) => {
      failure = { error };
    })
    .finally(() => {
      finished = true;
      wake();
    });

  try {
    for (;;) {
      if (offered !== undefined) {
        const { item, taken } = offered;
        offered = undefined;
        try {
          yield item;
        } finally {
          taken();
        }
      } else if (finished) break;
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
          if (offered !== undefined || finished) resolve();
        });
    }
  } finally {
    left = true;
    offered?.taken();
    await running;
  }
  if (failure !== undefined) throw failure.error;
}
