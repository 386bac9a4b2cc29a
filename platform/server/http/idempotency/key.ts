import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { newId } from '#base/ids';
import { Refusal } from '#base/refusal';
import type { RouteDefinition } from '#platform/contract';
import { limitAddress } from '../limits/address.ts';
import type { Claim } from './answer.store.ts';

const visibleAscii = /^[\x21-\x7e]{1,255}$/;

function sha256(parts: readonly string[]): Buffer {
  const hash = createHash('sha256');
  // Lengths keep ('ab', 'c') and ('a', 'bc') apart.
  for (const part of parts) hash.update(`${part.length}:${part}`);
  return hash.digest();
}

/** The claim a request's `Idempotency-Key` makes; undefined when it sends none. */
export function claimOf(request: FastifyRequest, definition: RouteDefinition): Claim | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || !visibleAscii.test(key)) {
    throw new Refusal('invalid', 'http.invalid_idempotency_key', 'The Idempotency-Key is not valid.', {
      errors: [{ pointer: '/headers/idempotency-key', message: 'must be 1 to 255 visible ASCII characters' }],
    });
  }
  const userId = request.caller?.userId ?? null;
  const who = userId === null ? `address:${limitAddress(request.ip)}` : `user:${userId}`;
  const input = JSON.stringify([request.params, request.query, request.body ?? null]);
  return {
    keyHash: sha256([who, definition.method, definition.path, key]),
    userId,
    fingerprint: sha256([input]),
    claim: newId(),
  };
}
