import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { setPageHeaders } from '../headers/page-headers.ts';

/**
 * Serves the interactive reference at /docs from files of this process. The description is given ready
 * made: generating it from the router would compile a serialiser for every problem of every route.
 */
export async function serveDocs(
  scope: FastifyInstance,
  document: object,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  const docsPage: FastifyPluginAsync = async (docs) => {
    setPageHeaders(docs, headers);
    const specification = {
      document: { openapi: '3.1.1', info: { title: '', version: '' }, paths: {}, ...document },
    };
    await docs.register(swagger, { mode: 'static', specification });
    await docs.register(swaggerUi, {
      routePrefix: '/docs',
      uiConfig: { persistAuthorization: false, displayRequestDuration: true, validatorUrl: null },
    });
  };
  await scope.register(docsPage);
}
