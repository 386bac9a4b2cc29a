import type { TSchema } from 'typebox';
import type { RouteDefinition } from '#platform/contract';
import { isIdempotent, successStatus } from '../mounting/check-definition.ts';
import { statusTitles } from '../problems/refusal-status.ts';

type Json = Record<string, unknown>;

const streamTypes = { sse: 'text/event-stream', ndjson: 'application/x-ndjson', text: 'text/plain' } as const;
const bytes: Json = { '*/*': { schema: { type: 'string', format: 'binary' } } };

function propertiesOf(schema: TSchema | undefined): [name: string, schema: unknown, isRequired: boolean][] {
  const properties: unknown = Reflect.get(schema ?? {}, 'properties');
  const required: unknown = Reflect.get(schema ?? {}, 'required');
  if (typeof properties !== 'object' || properties === null) return [];
  return Object.entries(properties).map(([name, property]) => [
    name,
    property,
    Array.isArray(required) && required.includes(name),
  ]);
}

function parametersOf(definition: RouteDefinition): Json[] {
  const inPath = [...definition.path.matchAll(/:([A-Za-z0-9_]+)/g)].map(([, name = '']) => {
    const known = propertiesOf(definition.params).find(([property]) => property === name);
    return { name, in: 'path', required: true, schema: known?.[1] ?? { type: 'string' } };
  });
  const inQuery = propertiesOf(definition.query).map(([name, schema, required]) => ({
    name,
    in: 'query',
    required,
    schema,
  }));
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    schema: { type: 'string', minLength: 1, maxLength: 255 },
  };
  const keyed = isIdempotent(definition) && definition.secretReply !== true;
  return [...inPath, ...inQuery, ...(keyed ? [key] : [])];
}

function bodyOf({ body, textBody, binaryBody }: RouteDefinition): Json | undefined {
  if (binaryBody !== undefined) {
    return { required: true, description: `At most ${binaryBody.maxBytes} bytes.`, content: bytes };
  }
  if (textBody === true) {
    const text = { schema: { type: 'string' } };
    return { required: true, content: { 'application/x-ndjson': text, 'text/plain': text } };
  }
  return body === undefined
    ? undefined
    : { required: true, content: { 'application/json': { schema: body } } };
}

function successOf(definition: RouteDefinition): Json {
  const { streams, reply } = definition;
  if (streams === 'redirect') {
    return { description: 'Redirect', headers: { Location: { schema: { type: 'string' } } } };
  }
  if (streams === 'bytes') return { description: 'Success', content: bytes };
  if (streams !== undefined) {
    return { description: 'Success', content: { [streamTypes[streams]]: { schema: { type: 'string' } } } };
  }
  if (reply === undefined) return { description: 'Done' };
  return { description: 'Success', content: { 'application/json': { schema: reply } } };
}

function problemStatuses(definition: RouteDefinition): number[] {
  const { access, params, query, body, textBody, binaryBody } = definition;
  const statuses = [429, 500, 503];
  if (access !== 'public') statuses.push(401, 403);
  if (params !== undefined || definition.path.includes(':')) statuses.push(404);
  if (params !== undefined || query !== undefined || body !== undefined) statuses.push(422);
  if (body !== undefined || textBody === true) statuses.push(400, 413, 415);
  if (binaryBody !== undefined) statuses.push(400, 413);
  if (isIdempotent(definition)) statuses.push(409);
  return statuses;
}

function problemsOf(definition: RouteDefinition): Json {
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  return Object.fromEntries(
    problemStatuses(definition).map((status) => [status, { description: statusTitles[status], content }]),
  );
}

function securityOf({ access, scope }: RouteDefinition): Json[] {
  const key = scope === undefined ? [] : [{ apiKey: [] }];
  if (access === 'public') return [{}, { bearer: [] }, ...key];
  return access === 'operator' ? [{ operator: [] }, { bearer: [] }] : [{ bearer: [] }, ...key];
}

/** One operation of the API description. */
export function operationOf(module: string, definition: RouteDefinition): Json {
  const { access, scope, refusals } = definition;
  const requestBody = bodyOf(definition);
  const parameters = parametersOf(definition);
  return {
    operationId: definition.name,
    summary: definition.summary,
    tags: [module],
    'x-access': typeof access === 'object' ? access.permission : access,
    ...(scope === undefined ? {} : { 'x-scope': scope }),
    ...(refusals === undefined ? {} : { 'x-refusals': [...refusals].sort() }),
    ...(definition.deprecated === undefined ? {} : { deprecated: true }),
    security: securityOf(definition),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(requestBody === undefined ? {} : { requestBody }),
    responses: { [successStatus(definition)]: successOf(definition), ...problemsOf(definition) },
  };
}
