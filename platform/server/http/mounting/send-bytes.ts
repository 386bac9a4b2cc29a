import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { BytesAnswer } from '../types.ts';

function isBytesAnswer(value: unknown): value is BytesAnswer {
  return (
    typeof value === 'object' &&
    value !== null &&
    'contentType' in value &&
    typeof value.contentType === 'string' &&
    'body' in value &&
    (value.body === null || value.body instanceof Uint8Array || value.body instanceof Readable)
  );
}

/** Sends bytes as they are. A status the handler chose (206, 304) stays. */
export function sendBytes(reply: FastifyReply, value: unknown, name: string): FastifyReply {
  if (!isBytesAnswer(value)) throw new TypeError(`The handler of ${name} must answer a body and its type.`);
  const { body, contentType, size } = value;
  if (body === null) return reply.send();
  reply.header('content-type', contentType);
  if (size !== undefined) reply.header('content-length', size);
  if (body instanceof Readable) return reply.send(body);
  return reply.send(Buffer.from(body.buffer, body.byteOffset, body.byteLength));
}
