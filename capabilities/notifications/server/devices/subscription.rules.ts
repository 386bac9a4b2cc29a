import { ECDH } from 'node:crypto';

/** Whether the keys of a subscription are a point on P-256 (uncompressed) and 16 secret bytes, as RFC 8291 asks. */
export function hasUsableKeys({ p256dh, auth }: { readonly p256dh: string; readonly auth: string }): boolean {
  const point = Buffer.from(p256dh, 'base64url');
  if (point.length !== 65 || point[0] !== 4 || Buffer.from(auth, 'base64url').length !== 16) return false;
  try {
    ECDH.convertKey(point, 'prime256v1');
    return true;
  } catch {
    return false;
  }
}
