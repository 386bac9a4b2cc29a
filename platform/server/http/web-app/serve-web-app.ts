import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { setPageHeaders } from '../headers/page-headers.ts';
import { unknownPath } from '../problems/handle-errors.ts';
import type { HttpServer } from '../server-types.ts';

const missingPage = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Quintet</title>
<h1>The web application is not built</h1><p>Run <code>npx quintet build</code>, then reload this page.</p></html>`;

/** Content-hashed files never change; the build puts nothing else there. */
const immutable = 'public, max-age=31536000, immutable';

function serveMissing(scope: FastifyInstance): void {
  scope.get('/app/*', (_request, reply) =>
    reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(missingPage),
  );
}

/** A scope of its own, so that only paths under /app/ fall back to the application. */
function filesOf(directory: string): FastifyPluginAsync {
  return async (app) => {
    app.setNotFoundHandler(async (request, reply) => {
      const [path = ''] = request.url.split('?');
      const isFile = /\.[a-z0-9]+$/i.test(path);
      if (isFile || (request.method !== 'GET' && request.method !== 'HEAD')) throw unknownPath();
      const page = await readFile(join(directory, 'index.html'));
      reply.header('content-type', 'text/html; charset=utf-8').header('cache-control', 'no-cache');
      return reply.code(200).send(page);
    });
    await app.register(fastifyStatic, {
      root: directory,
      prefix: '/',
      preCompressed: true,
      cacheControl: false,
      dotfiles: 'ignore',
      setHeaders: (reply, path) => {
        const isAsset = path.startsWith(join(directory, 'assets'));
        reply.header('cache-control', isAsset ? immutable : 'no-cache');
      },
    });
  };
}

/**
 * Serves the built web application under /app/ and sends / there. Paths without a file are client
 * routes and get index.html, which is never cached; missing files with an extension stay 404. Without a
 * build, /app/ says how to make one. To be called before the server is ready.
 */
export function serveWebApp(server: HttpServer, directory: string): void {
  const { fastify, pageHeaders } = server;
  fastify.get('/', (_request, reply) => reply.redirect('/app/', 302));
  fastify.get('/app', (_request, reply) => reply.redirect('/app/', 302));
  const application: FastifyPluginAsync = async (scope) => {
    setPageHeaders(scope, pageHeaders);
    if (!existsSync(join(directory, 'index.html'))) {
      serveMissing(scope);
      return;
    }
    await scope.register(filesOf(directory), { prefix: '/app' });
  };
  void fastify.register(application);
}
