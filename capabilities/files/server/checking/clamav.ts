import { Readable } from 'node:stream';
import { Refusal } from '#base/refusal';
import { type CircuitBreaker, withTimeout } from '#platform/server/resilience';
import type { Scanner } from './scanner.ts';

export interface ClamavOptions {
  readonly host: string;
  readonly port: number;
  /** Bytes clamd really reads; it calls larger files clean. */
  readonly maxBytes: number;
  readonly timeoutMs: number;
  readonly breaker: () => CircuitBreaker;
}

/** The part of clamscan that is used; it has no types of its own. */
interface Clam {
  scanStream(stream: Readable): Promise<{ readonly isInfected: boolean | null }>;
  ping(): Promise<{ end(): void }>;
}

function isClam(value: unknown): value is Clam {
  return typeof value === 'object' && value !== null && 'scanStream' in value && 'ping' in value;
}

async function connect({ host, port, timeoutMs }: ClamavOptions): Promise<Clam> {
  const { default: library } = await import('clamscan');
  if (typeof library !== 'function') throw new TypeError('clamscan exports no class');
  const client: unknown = Reflect.construct(library, []);
  const init: unknown = Reflect.get(Object(client), 'init');
  if (typeof init !== 'function') throw new TypeError('clamscan has no init');
  const clamdscan = { host, port, timeout: timeoutMs, localFallback: false, bypassTest: true, path: null };
  const ready: unknown = await Reflect.apply(init, client, [
    { clamdscan, clamscan: { active: false, path: null }, preference: 'clamdscan' },
  ]);
  if (!isClam(ready)) throw new TypeError('clamscan is not ready');
  return ready;
}

function unavailable(cause: unknown): Refusal {
  const message = 'Files cannot be checked for malware at the moment. Try again later.';
  const refusal = new Refusal('unavailable', 'files.scan_unavailable', message, { retryAfterSeconds: 60 });
  refusal.cause = cause;
  return refusal;
}

/**
 * Scans with clamd over TCP. Only a clear answer is one: a timeout, an error, a limit or silence is `unavailable`,
 * a file beyond what clamd reads is refused.
 */
export function createClamav(options: ClamavOptions): Scanner {
  const { maxBytes, timeoutMs, breaker } = options;
  let opened: Promise<Clam> | undefined;
  const client = (): Promise<Clam> => {
    opened ??= connect(options);
    return opened;
  };

  async function ask(bytes: Uint8Array): Promise<'clean' | 'infected'> {
    const clam = await client();
    const chunks = function* (): Iterable<Uint8Array> {
      for (let at = 0; at < bytes.byteLength; at += 65_536) yield bytes.subarray(at, at + 65_536);
    };
    const { isInfected } = await withTimeout(
      () => clam.scanStream(Readable.from(chunks(), { objectMode: false })),
      timeoutMs,
    );
    if (isInfected === null || isInfected === undefined) throw new Error('clamd gave no verdict');
    return isInfected ? 'infected' : 'clean';
  }

  return {
    async scan(bytes) {
      if (bytes.byteLength > maxBytes) {
        const message = 'The file is too large to be checked for malware.';
        throw new Refusal('invalid', 'files.too_large_to_scan', message, { max_size: maxBytes });
      }
      try {
        return await breaker().execute(() => ask(bytes));
      } catch (error) {
        throw unavailable(error);
      }
    },
    async ping() {
      const socket = await withTimeout(async () => (await client()).ping(), timeoutMs);
      socket.end();
    },
  };
}
