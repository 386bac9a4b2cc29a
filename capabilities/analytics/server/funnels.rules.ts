import { Refusal } from '#base/refusal';
import type { FunnelDefinition } from './index.ts';

const eventPattern = /^[a-z][a-z0-9_-]*(\.[a-z0-9_]+)+$/;

/** Throws for a definition that cannot be counted: a mistake in the program, found at the start. */
export function checkFunnel({ name, steps, popularity, detail, fromBrowser }: FunnelDefinition): void {
  const events = steps.map(({ event }) => event);
  const fault = (text: string): Error => new Error(`Funnel ${name} ${text}.`);
  if (events.length === 0) throw fault('has no steps');
  if (new Set(events).size < events.length) throw fault('has the same step twice');
  const all = [
    ...events,
    ...Object.keys(popularity),
    ...(detail === undefined ? [] : [detail]),
    ...(fromBrowser ?? []),
  ];
  const odd = all.find((event) => !eventPattern.test(event) || event.length > 80);
  if (odd !== undefined) throw fault(`names an event ${odd}, which is no event name`);
  if (Object.values(popularity).some((weight) => !Number.isFinite(weight) || weight < 0))
    throw fault('has a weight below 0');
}

/** The place of the step after which steps inside the subject count: the one before the detail's own, else the first. */
export function detailAnchor({ steps, detail }: FunnelDefinition): number {
  const place = steps.findIndex(({ event }) => event === detail);
  return Math.max(0, place - 1);
}

/** The definition of that name. Throws `analytics.funnel_not_found`. */
export function funnelNamed(definitions: readonly FunnelDefinition[], name: string): FunnelDefinition {
  const found = definitions.find((definition) => definition.name === name);
  if (found === undefined)
    throw new Refusal('not_found', 'analytics.funnel_not_found', 'There is no funnel of this name.');
  return found;
}

/** What the event is called on screens; null when no funnel says. */
export function labelOf(
  definitions: readonly FunnelDefinition[],
  event: string,
): FunnelDefinition['label'] | null {
  for (const { steps, labels = {} } of definitions) {
    const step = steps.find((one) => one.event === event);
    const label = step?.label ?? labels[event];
    if (label !== undefined) return label;
  }
  return null;
}

/** Every event that the funnel counts. */
export function eventsOf({ steps, detail, popularity }: FunnelDefinition): readonly string[] {
  return [
    ...new Set([
      ...steps.map(({ event }) => event),
      ...(detail === undefined ? [] : [detail]),
      ...Object.keys(popularity),
    ]),
  ];
}
