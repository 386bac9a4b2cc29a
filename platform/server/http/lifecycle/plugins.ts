import { getHeapStatistics } from 'node:v8';
import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import cors from '@fastify/cors';
import underPressure from '@fastify/under-pressure';
import type { FastifyInstance } from 'fastify';
import { corsOptions } from '../headers/cors.ts';
import { createOverload } from './overload.ts';

/** Adds the framework's plugins; they load when the server becomes ready. */
export function addPlugins(fastify: FastifyInstance, origins: readonly string[]): void {
  void fastify.register(cors, corsOptions(origins));
  // Parsed only by those who ask for a cookie.
  void fastify.register(cookie, { hook: false });
  const overload = createOverload();
  fastify.addHook('onListen', async () => overload.opened());
  void fastify.register(underPressure, {
    maxEventLoopDelay: 1_000,
    maxHeapUsedBytes: Math.floor(getHeapStatistics().heap_size_limit * 0.95),
    pressureHandler: overload.judge,
  });
  void fastify.register(compress, {
    encodings: ['br', 'gzip'],
    threshold: 1_024,
    // The default quality of Brotli is for files compressed once, not for every answer.
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
    globalDecompression: false,
  });
}
