/** Keys for sending an order: the same one until the server has answered, so that nothing is bought twice. */
export interface Attempts {
  keyFor(body: unknown): string;
  /** The server has spoken: whatever is sent next is another order. */
  settled(): void;
}

export function createAttempts(newKey: () => string): Attempts {
  let open: { readonly body: string; readonly key: string } | undefined;
  return {
    keyFor(body) {
      const text = JSON.stringify(body);
      if (open?.body !== text) open = { body: text, key: newKey() };
      return open.key;
    },
    settled() {
      open = undefined;
    },
  };
}
