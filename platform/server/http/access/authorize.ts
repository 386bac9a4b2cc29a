import { Refusal } from '#base/refusal';
import type { RouteDefinition } from '#platform/contract';
import type { Caller } from '../caller.ts';

function refuseKey(): never {
  throw new Refusal('forbidden', 'http.api_key_refused', 'This API key does not open this endpoint.');
}

/** An API key opens only routes with a scope, and only when it holds that scope. */
function keyFits(definition: RouteDefinition, caller: Caller): boolean {
  if (caller.apiKeyId === null && caller.scopes === null) return true;
  return definition.scope !== undefined && (caller.scopes?.has(definition.scope) ?? false);
}

/** Whether an authenticated caller may use the route; throws `forbidden` when not. */
export function authorize(definition: RouteDefinition, caller: Caller): Caller {
  if (!keyFits(definition, caller)) refuseKey();
  const { access } = definition;
  const permission =
    access === 'operator' ? 'view_metrics' : typeof access === 'object' ? access.permission : null;
  if (permission !== null && !caller.permissions.has(permission)) {
    throw new Refusal('forbidden', 'http.forbidden', 'You do not have the permission this needs.', {
      permission,
    });
  }
  return caller;
}

/** On a public route a caller who does not fit is nobody, not an error. */
export function publicCaller(definition: RouteDefinition, caller: Caller): Caller | null {
  return keyFits(definition, caller) ? caller : null;
}
