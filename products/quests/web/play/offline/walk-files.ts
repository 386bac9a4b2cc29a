/** Where a walk's pictures and sounds are kept; the service worker looks there when the network is away. */
const cacheName = (sessionId: string): string => `quintet-walk-${sessionId}`;

export interface KeptFiles {
  readonly kept: number;
  readonly missed: number;
}

/** Downloads files one after another, so that a weak network is not crowded; tells after each how many are done. */
export async function keepFiles(
  sessionId: string,
  urls: readonly string[],
  onProgress: (done: number) => void,
): Promise<KeptFiles> {
  if (!('caches' in globalThis)) return { kept: 0, missed: urls.length };
  const cache = await caches.open(cacheName(sessionId));
  let missed = 0;
  for (const [index, url] of urls.entries()) {
    const known = await cache.match(url);
    if (known === undefined) await cache.add(url).catch(() => (missed += 1));
    onProgress(index + 1);
  }
  return { kept: urls.length - missed, missed };
}

export async function forgetFiles(sessionId: string): Promise<void> {
  if ('caches' in globalThis) await caches.delete(cacheName(sessionId));
}
