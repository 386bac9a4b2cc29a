import type { RouteDefinition } from '#platform/contract';
import type { RawInput } from './call-input.ts';

const entriesOf = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];

function appendTo(search: URLSearchParams, name: string, value: unknown): void {
  if (value === undefined || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) appendTo(search, name, item);
    return;
  }
  search.append(name, typeof value === 'object' ? JSON.stringify(value) : String(value));
}

/** The address of a call: path parameters filled in, query fields with a value appended, lists repeated. */
export function addressOf(route: RouteDefinition, input: RawInput): string {
  const params = new Map(entriesOf(input.params));
  const path = route.path.replace(/:(\w+)/g, (_match, name: string) => {
    const value = params.get(name);
    if (value === undefined || value === null || value === '') {
      throw new TypeError(`${route.name} needs the path parameter ${name}`);
    }
    return encodeURIComponent(String(value));
  });
  const search = new URLSearchParams();
  for (const [name, value] of entriesOf(input.query)) appendTo(search, name, value);
  const query = search.toString();
  return query === '' ? path : `${path}?${query}`;
}

/** Whether the server keeps the answer of this route for an `Idempotency-Key`. */
export function takesIdempotencyKey(route: RouteDefinition): boolean {
  return (
    route.idempotent ?? (route.method === 'POST' && route.status === 201 && route.binaryBody === undefined)
  );
}

export interface RequestContext {
  readonly token: string | undefined;
  readonly csrf: string | undefined;
  readonly language: string;
  readonly newKey: () => string;
}

const accepts = {
  sse: 'text/event-stream',
  ndjson: 'application/x-ndjson',
  text: '*/*',
  redirect: '*/*',
  bytes: '*/*',
  json: 'application/json',
} as const;

/** Everything `fetch` needs for a call; the same input always makes the same request. */
export function requestOf(route: RouteDefinition, input: RawInput, context: RequestContext): RequestInit {
  const headers: Record<string, string> = {
    accept: accepts[route.streams ?? 'json'],
    'accept-language': context.language,
    'x-quintet-client': 'web',
  };
  if (context.token !== undefined) headers['authorization'] = `Bearer ${context.token}`;
  if (route.method !== 'GET' && context.csrf !== undefined) headers['x-csrf-token'] = context.csrf;
  if (takesIdempotencyKey(route)) headers['idempotency-key'] = input.idempotencyKey ?? context.newKey();
  const init: RequestInit = { method: route.method, headers, credentials: 'same-origin' };
  if (input.signal !== undefined) init.signal = input.signal;
  if (route.binaryBody !== undefined && input.body instanceof Blob) {
    headers['content-type'] = input.body.type === '' ? 'application/octet-stream' : input.body.type;
    init.body = input.body;
  } else if (input.body !== undefined && input.body !== null) {
    const text = route.textBody === true && typeof input.body === 'string';
    headers['content-type'] = text ? 'application/x-ndjson' : 'application/json';
    init.body = text ? String(input.body) : JSON.stringify(input.body);
  }
  return init;
}
