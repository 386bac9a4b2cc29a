import { gunzipSync } from 'node:zlib';
import { type Ground, type Grounding, groundingOf } from '#products/assistants/engines/grounding';

/** A configuration as it is kept: JSON with gzip, under a key that changes with its version. */
export interface PackedGround {
  readonly key: string;
  readonly packed: Uint8Array;
}

/** Configurations a thread keeps open: opening a large one takes longer than most checks. */
const mostOpen = 2;

const open = new Map<string, Grounding>();

/** Opens a configuration, once for a version while it is used. */
export function openGround(ground: PackedGround | undefined): Grounding | undefined {
  if (ground === undefined) return undefined;
  const { key, packed } = ground;
  // Written by this product. The one used last stands last.
  const grounding = open.get(key) ?? groundingOf(JSON.parse(gunzipSync(packed).toString()) as Ground);
  open.delete(key);
  open.set(key, grounding);
  const [oldest] = open.keys();
  if (open.size > mostOpen && oldest !== undefined) open.delete(oldest);
  return grounding;
}
