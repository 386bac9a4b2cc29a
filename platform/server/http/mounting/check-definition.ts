import type { RouteDefinition } from '#platform/contract';

/** Whether a route honours `Idempotency-Key`. */
export function isIdempotent(definition: RouteDefinition): boolean {
  const { method, status, binaryBody } = definition;
  return definition.idempotent ?? (method === 'POST' && status === 201 && binaryBody === undefined);
}

export function successStatus(definition: RouteDefinition): number {
  if (definition.status !== undefined) return definition.status;
  if (definition.streams === 'redirect') return 302;
  return definition.reply === undefined && definition.streams === undefined ? 204 : 200;
}

function faultOf(definition: RouteDefinition): string | undefined {
  const { access, path, streams, reply, status } = definition;
  // Contracts are typed, but plain JavaScript and casts exist; a door left open must not start.
  if (access === undefined) return 'has no access';
  if (typeof access === 'object' && typeof access.permission !== 'string') return 'has no access';
  if (!path.startsWith('/')) return 'has a path that does not start with /';
  if (streams !== undefined && reply !== undefined) return 'both streams and has a reply schema';
  const isEmpty = streams === undefined && reply === undefined;
  if (isEmpty && status !== undefined && status !== 204) return `answers ${status} without a reply schema`;
  if (reply !== undefined && (status === 204 || status === 302))
    return `answers ${status} with a reply schema`;
  if (streams !== undefined && definition.idempotent === true) return 'streams and claims to be idempotent';
  if (definition.method === 'GET' && definition.body !== undefined) return 'is a GET with a body';
  const { binaryBody, body, textBody } = definition;
  if (binaryBody !== undefined) {
    if (definition.method !== 'POST' && definition.method !== 'PUT')
      return 'takes bytes by another method than PUT';
    if (body !== undefined || textBody === true) return 'takes both bytes and a body of another kind';
    // Bytes are not kept, so two requests cannot be told to be the same.
    if (definition.idempotent === true) return 'takes bytes and claims to be idempotent';
  }
  return undefined;
}

const parameter = /:[^/]+/g;

/** Refuses routes that must not exist: without access, without a schema for their JSON, or mounted twice. */
export function createDefinitionCheck(): (module: string, definition: RouteDefinition) => void {
  const places = new Map<string, string>();
  const names = new Set<string>();
  return (module, definition) => {
    const label = `${definition.method} ${definition.path} (${module})`;
    const fault = faultOf(definition);
    if (fault !== undefined) throw new Error(`Route ${label} ${fault}.`);
    // Parameters of other names at one place are the same route to the router.
    const place = `${definition.method} ${definition.path.replaceAll(parameter, ':')}`;
    const other = places.get(place);
    if (other !== undefined) throw new Error(`Route ${label} is mounted already by ${other}.`);
    if (names.has(definition.name)) throw new Error(`Route ${label} uses the name ${definition.name} again.`);
    places.set(place, module);
    names.add(definition.name);
  };
}
