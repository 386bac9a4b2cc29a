import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyPluginAsync, FastifyPluginCallback } from 'fastify';
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

function clientRoutes(directory: string): FastifyPluginCallback {
  return (app, _options, done) => {
    app.setNotFoundHandler((request, reply) => {
      const [path = ''] = request.url.split('?');
      const isFile = /\.[a-z0-9]+$/i.test(path);
      if (isFile || (request.method !== 'GET' && request.method !== 'HEAD')) throw unknownPath();
      return reply.header('cache-control', 'no-cache').sendFile('index.html', directory);
    });
    done();
  };
}

async function serveFiles(scope: FastifyInstance, directory: string): Promise<void> {
  await scope.register(fastifyStatic, {
    root: directory,
    prefix: '/app/',
    preCompressed: true,
    cacheControl: false,
    index: 'index.html',
    setHeaders: (reply, path) => {
      const isAsset = path.startsWith(join(directory, 'assets'));
      reply.header('cache-control', isAsset ? immutable : 'no-cache');
    },
  });
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
    await scope.register(clientRoutes(directory), { prefix: '/app' });
    await serveFiles(scope, directory);
  };
  void fastify.register(application);
}
