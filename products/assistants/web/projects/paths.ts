export const projectsPath = '/assistants/projects';

/** Sections with a tab of their own. */
export const sections = ['overview', 'objects', 'code', 'checks', 'versions'] as const;

export type Section = (typeof sections)[number];

type Query = Readonly<Record<string, string | number | undefined>>;

function withQuery(path: string, query: Query): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}

export const projectPath = (id: string, section: Section = 'overview', query: Query = {}): string =>
  withQuery(section === 'overview' ? `${projectsPath}/${id}` : `${projectsPath}/${id}/${section}`, query);

/** The page of an object; any name the configuration understands. */
export const objectPath = (id: string, name: string): string =>
  withQuery(`${projectsPath}/${id}/object`, { name });

/** A module, open at lines (one-based). */
export function modulePath(id: string, path: string, lines?: readonly number[] | null): string {
  const [line, last] = lines ?? [];
  return withQuery(`${projectsPath}/${id}/module`, { path, line, last: last === line ? undefined : last });
}
