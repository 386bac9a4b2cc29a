import type { Citation } from '../../../contract/index.ts';
import { documentPath } from '../../knowledge/paths.ts';
import { modulePath, objectPath } from '../../projects/paths.ts';

/** Where a source can be looked at. */
export interface SourcePlace {
  readonly kind: 'document' | 'code' | 'metadata';
  readonly path: string;
}

type Place = Pick<Citation, 'kind' | 'title' | 'reference' | 'page' | 'lines'>;

/** A document's reference ends in `#` and its id. */
const document = /#([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/** The place of a source in the knowledge base or in the project; null where it is nowhere to be seen. */
export function placeOfSource(source: Place, projectId: string | null): SourcePlace | null {
  const { kind, title, reference, page, lines } = source;
  if (kind === 'document') {
    const id = document.exec(reference)?.[1];
    return id === undefined ? null : { kind, path: documentPath(id, { page, lines }) };
  }
  if (projectId === null) return null;
  if (kind === 'code') return { kind, path: modulePath(projectId, reference, lines) };
  return kind === 'metadata' ? { kind, path: objectPath(projectId, title) } : null;
}

/** What the reference of a source says to a person. */
export const nameOfSource = ({ kind, reference }: Place): string =>
  kind === 'document' ? reference.replace(document, '') : reference;
