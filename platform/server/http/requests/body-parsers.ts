import { isUtf8 } from 'node:buffer';
import type { FastifyInstance } from 'fastify';
import { MalformedRequestError } from '../problems/malformed-request.ts';

const poison =
  /"(?:_|\\u005[Ff]){2}(?:p|\\u0070)(?:r|\\u0072)(?:o|\\u006[Ff])(?:t|\\u0074)(?:o|\\u006[Ff])(?:_|\\u005[Ff]){2}"\s*:/;

function textOf(body: Buffer): string {
  if (!isUtf8(body))
    throw new MalformedRequestError(400, 'http.not_utf8', 'The request body is not valid UTF-8.');
  return body.toString('utf8');
}

function parseJson(text: string): unknown {
  if (text === '') return undefined;
  if (poison.test(text)) {
    throw new MalformedRequestError(400, 'http.malformed_json', 'The JSON contains a forbidden key.');
  }
  try {
    return JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch {
    throw new MalformedRequestError(400, 'http.malformed_json', 'The request body is not valid JSON.');
  }
}

function bytes(body: string | Buffer): Buffer {
  return typeof body === 'string' ? Buffer.from(body) : body;
}

/**
 * Reads JSON (strictly UTF-8, no `__proto__`) on every route; on routes that asked for text, JSON,
 * NDJSON and plain text stay text. Any other type is refused with 415.
 */
export function addBodyParsers(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    try {
      const text = textOf(bytes(body));
      done(null, request.routeOptions.config.textBody === true ? text : parseJson(text));
    } catch (error) {
      done(error instanceof Error ? error : new Error(String(error)));
    }
  });
  fastify.addContentTypeParser(
    ['application/x-ndjson', 'text/plain'],
    { parseAs: 'buffer' },
    (request, body, done) => {
      try {
        if (request.routeOptions.config.textBody !== true) {
          const detail = 'This Content-Type is not supported here.';
          throw new MalformedRequestError(415, 'http.unsupported_media_type', detail);
        }
        done(null, textOf(bytes(body)));
      } catch (error) {
        done(error instanceof Error ? error : new Error(String(error)));
      }
    },
  );
}
