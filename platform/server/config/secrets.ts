import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The development secret: made once, kept in `DATA_DIR/secrets/secret_key` with mode 0600.
 * Two processes starting at once end with the same secret.
 */
export function developmentSecret(dataDir: string): string {
  const directory = join(dataDir, 'secrets');
  const file = join(directory, 'secret_key');
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  chmodSync(file, 0o600);
  return readFileSync(file, 'utf8').trim();
}

/** A 32-byte key for one purpose, derived from SECRET_KEY by HKDF-SHA256 (RFC 5869): no two purposes share a key. */
export function deriveKey(secretKey: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secretKey, 'quintet', purpose, 32));
}

/** HMAC-SHA256 under the key of a purpose, base64url. */
export function keyedHash(secretKey: string, purpose: string, value: string): string {
  return createHmac('sha256', deriveKey(secretKey, purpose)).update(value).digest('base64url');
}
