import { Inflate, Unzlib } from 'fflate';

const stride = 4096;

export interface Inflated {
  readonly outcome: 'whole' | 'too_large' | 'broken';
  readonly parts: readonly Uint8Array[];
  readonly size: number;
}

/**
 * Inflates in small steps, counting what really comes out, and stops past `limit` bytes.
 * A step of packed bytes can grow about a thousandfold, so at most some megabytes are made in vain.
 */
export function boundedInflate(packed: Uint8Array, limit: number, form: 'raw' | 'zlib'): Inflated {
  const parts: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  const take = (part: Uint8Array, final: boolean): void => {
    size += part.length;
    ended ||= final;
    if (size <= limit && part.length > 0) parts.push(part);
  };
  const stream = form === 'raw' ? new Inflate(take) : new Unzlib(take);
  try {
    for (let at = 0; at < packed.length && size <= limit && !ended; at += stride)
      stream.push(packed.subarray(at, at + stride), at + stride >= packed.length);
  } catch {
    return { outcome: size > limit ? 'too_large' : 'broken', parts, size };
  }
  return { outcome: size > limit ? 'too_large' : 'whole', parts, size };
}

/** The first bytes a packed file begins with, as far as a small piece of it tells. */
export function inflatedHead(packed: Uint8Array): Uint8Array {
  let head = new Uint8Array();
  const stream = new Inflate((part) => {
    if (head.length === 0) head = part.slice(0, 64);
  });
  try {
    stream.push(packed.subarray(0, stride), packed.length <= stride);
  } catch {
    // Damaged data have no recognisable head.
  }
  return head;
}

export function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
