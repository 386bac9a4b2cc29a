import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, fit for links and headers. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a token: enough to know it again, too little to use it. */
export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
