export const knowledgePath = '/assistants/knowledge';

export const collectionPath = (id: string): string => `${knowledgePath}/${id}`;

/** Where in a document; what is not given is left open. One-based. */
export interface DocumentPlace {
  readonly part?: number | null | undefined;
  readonly page?: number | null | undefined;
  /** First and last. */
  readonly lines?: readonly number[] | null | undefined;
  /** Words to be marked in the text. */
  readonly words?: string | undefined;
}

const withQuery = (path: string, query: Readonly<Record<string, string | number | null | undefined>>) => {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === null || value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
};

/** A document, open at a place. */
export function documentPath(id: string, { part, page, lines, words }: DocumentPlace = {}): string {
  const [line, last] = lines ?? [];
  return withQuery(`${knowledgePath}/documents/${id}`, {
    part,
    page: part === undefined || part === null ? page : undefined,
    line,
    last: last === line ? undefined : last,
    q: words,
  });
}

/** The search, with an answer when there is a question. */
export const searchPath = (question = '', collection = ''): string =>
  withQuery(`${knowledgePath}/search`, { q: question, collection });
