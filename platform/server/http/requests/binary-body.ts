import { type Readable, Transform } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { MalformedRequestError } from '../problems/malformed-request.ts';

function tooLarge(): MalformedRequestError {
  return new MalformedRequestError(413, 'http.body_too_large', 'The request body is too large.');
}

/** Lets a scope hand bodies of any content type on unread, once their announced length is within the limit. */
export function passBodies(scope: FastifyInstance, maxBytes: number): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', (request, _payload, done) => {
    const announced = Number(request.headers['content-length'] ?? 0);
    done(announced > maxBytes ? tooLarge() : null, undefined);
  });
}

/** The bytes of a request; fails beyond the limit, whatever was announced. */
export function limitedStream(request: FastifyRequest, reply: FastifyReply, maxBytes: number): Readable {
  let received = 0;
  const limited = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      received += chunk.byteLength;
      if (received <= maxBytes) {
        done(null, chunk);
        return;
      }
      // The client may go on sending: the connection is of no further use.
      reply.header('connection', 'close');
      done(tooLarge());
    },
  });
  const source = request.raw;
  const broken = (): void => {
    if (source.readableEnded) return;
    limited.destroy(new MalformedRequestError(400, 'http.malformed', 'The request could not be read.'));
  };
  // Not `pipeline`: it would destroy the request, and with it the connection the answer has to take.
  source.once('error', broken).once('close', broken);
  limited.once('close', () => {
    source.unpipe(limited);
    source.resume();
  });
  return source.pipe(limited);
}
