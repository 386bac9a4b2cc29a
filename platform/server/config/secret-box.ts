import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { deriveKey } from './secrets.ts';

/** Keeps short secrets in the database: AES-256-GCM under a key of one purpose, bound to a context. */
export interface SecretBox {
  seal(plain: string, context: string): Buffer;
  /** Throws when the key, the context or a single bit is another. */
  open(sealed: Uint8Array, context: string): string;
}

const nonceLength = 12;
const tagLength = 16;

export function createSecretBox(secretKey: string, purpose: string): SecretBox {
  const key = deriveKey(secretKey, purpose);
  return {
    seal(plain, context) {
      const nonce = randomBytes(nonceLength);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]);
    },
    open(sealed, context) {
      const nonce = sealed.subarray(0, nonceLength);
      const tag = sealed.subarray(nonceLength, nonceLength + tagLength);
      const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength })
        .setAAD(Buffer.from(context))
        .setAuthTag(tag);
      return Buffer.concat([
        decipher.update(sealed.subarray(nonceLength + tagLength)),
        decipher.final(),
      ]).toString('utf8');
    },
  };
}
