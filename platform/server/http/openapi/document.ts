import { Problem, type RouteDefinition } from '#platform/contract';
import type { MountedRoute } from '../server-types.ts';
import { operationOf } from './operation.ts';

type Json = Record<string, unknown>;

export interface DocumentOptions {
  readonly version: string;
  readonly routes: readonly MountedRoute[];
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Same routes, same text: every object's keys are sorted. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, sorted(value[key])]));
}

function templateOf({ path }: RouteDefinition): string {
  return path.replaceAll(/:([A-Za-z0-9_]+)/g, '{$1}');
}

function pathsOf(routes: readonly MountedRoute[]): Json {
  const paths = new Map<string, Json>();
  for (const { module, definition } of routes) {
    const template = templateOf(definition);
    const item = paths.get(template) ?? {};
    item[definition.method.toLowerCase()] = operationOf(module, definition);
    paths.set(template, item);
  }
  return Object.fromEntries(paths);
}

/** Describes all mounted routes in OpenAPI 3.1; schemas are JSON Schema, so they are taken as they are. */
export function openapiDocument({ version, routes }: DocumentOptions): object {
  const tags = [...new Set(routes.map(({ module }) => module))].sort();
  const document = {
    openapi: '3.1.1',
    info: {
      title: 'Quintet',
      version,
      description: 'Five products on one platform. Errors are problem details (RFC 9457).',
    },
    tags: tags.map((name) => ({ name })),
    paths: pathsOf(routes),
    components: {
      schemas: { Problem },
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        apiKey: { type: 'apiKey', in: 'header', name: 'X-API-Key' },
        operator: { type: 'http', scheme: 'bearer', description: 'The metrics token.' },
      },
    },
  };
  // Through text, so that only what JSON carries remains of the schemas.
  const plain = sorted(JSON.parse(JSON.stringify(document)));
  return isObject(plain) ? plain : {};
}
