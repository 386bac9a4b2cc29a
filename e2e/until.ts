import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until `look` answers something. */
export async function until<Value>(
  what: string,
  look: () => Promise<Value | undefined>,
  seconds = 40,
): Promise<Value> {
  const deadline = performance.now() + seconds * 1_000;
  while (performance.now() < deadline) {
    const found = await look();
    if (found !== undefined) return found;
    await sleep(40);
  }
  throw new Error(`${what} did not happen within ${seconds} s.`);
}
