import { Type } from 'typebox';
import { defineRoute } from '#platform/contract';

/** The description of the API; every route that API keys may open names its scope there. */
export const getOpenApi = defineRoute({
  method: 'GET',
  path: '/openapi.json',
  name: 'platform.get_openapi',
  summary: 'Description of the API',
  access: 'public',
  reply: Type.Record(Type.String(), Type.Unknown()),
});
