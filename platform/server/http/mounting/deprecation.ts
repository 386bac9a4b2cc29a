import type { RouteDefinition } from '#platform/contract';

function dateOf(text: string, name: string): Date {
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) throw new Error(`${name} is not a date: ${text}`);
  return date;
}

/** `Deprecation` (RFC 9745: a structured date), `Sunset` (RFC 8594: an HTTP date) and the successor link. */
export function deprecationHeaders({
  since,
  sunset,
  successor,
}: NonNullable<RouteDefinition['deprecated']>): Record<string, string> {
  const seconds = Math.floor(dateOf(since, 'deprecated.since').getTime() / 1_000);
  return {
    deprecation: `@${seconds}`,
    link: `<${successor}>; rel="successor-version"`,
    ...(sunset === undefined ? {} : { sunset: dateOf(sunset, 'deprecated.sunset').toUTCString() }),
  };
}
