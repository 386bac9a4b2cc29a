/** What the worker does with a request; `none` leaves it to the browser. */
export type Strategy = 'none' | 'page' | 'asset' | 'shell' | 'kept';

export interface AskedFor {
  readonly method: string;
  readonly url: string;
  readonly mode: string;
  readonly destination: string;
}

/** Small files of fixed names that the start page needs. */
export const fixedFiles = ['scheme.js', 'mark.svg', 'manifest.webmanifest'] as const;

const media: readonly string[] = ['image', 'audio', 'video'];

/**
 * Pages come from the network first, hashed files from the cache; pictures and sounds of a downloaded walk from where
 * the walk keeps them. Nothing the API answers is ever kept.
 */
export function strategyOf({ method, url, mode, destination }: AskedFor, origin: string): Strategy {
  const { origin: asked, pathname } = new URL(url);
  if (method !== 'GET' || asked !== origin) return 'none';
  if (pathname.startsWith('/app/assets/')) return 'asset';
  if (fixedFiles.some((file) => pathname === `/app/${file}`)) return 'shell';
  const inside = pathname === '/app' || pathname.startsWith('/app/');
  if (inside) return mode === 'navigate' && !/\.[a-z0-9]+$/i.test(pathname) ? 'page' : 'none';
  return mode !== 'navigate' && media.includes(destination) ? 'kept' : 'none';
}

export interface ByteRange {
  readonly start: number;
  /** Included. */
  readonly end: number;
}

/** The part of a file that a player asks for (`bytes=0-`, `bytes=5-9`, `bytes=-4`); null for all or for what cannot be. */
export function rangeOf(header: string | null, size: number): ByteRange | null {
  const found = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (found === null || size === 0) return null;
  const [from, to] = [found[1] ?? '', found[2] ?? ''];
  if (from === '' && to === '') return null;
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  return start <= end ? { start, end } : null;
}

/** Caches of earlier builds that may go: all but this one's and the newest before it, whose pages may still be open. */
export function outdated(names: readonly string[], prefix: string, current: string): readonly string[] {
  const earlier = names.filter((name) => name.startsWith(prefix) && name !== current);
  return earlier.slice(0, -1);
}
