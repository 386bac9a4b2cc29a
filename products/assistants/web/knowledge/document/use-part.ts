import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { callKey, useApi } from '#platform/web';
import { getKnowledgeDocumentText, type KnowledgeDocument } from '../../../contract/index.ts';
import { linesIn, numberIn } from '../../pieces/address.rules.ts';
import { findPart } from './place.rules.ts';

export interface PlaceInAddress {
  readonly part: number | null;
  readonly page: number | null;
  readonly lines: readonly [first: number, last: number] | null;
  readonly words: string;
}

/** The place of a document the address tells. */
export function usePlaceInAddress(): PlaceInAddress {
  const [query] = useSearchParams();
  return {
    part: numberIn(query, 'part'),
    page: numberIn(query, 'page'),
    lines: linesIn(query),
    words: query.get('q') ?? '',
  };
}

/** The part that is to be shown; null while it is looked for. */
export function usePart(document: KnowledgeDocument, place: PlaceInAddress): number | null {
  const { call } = useApi();
  const { id, parts } = document;
  const { part, page } = place;
  const line = place.lines?.[0] ?? null;
  const isOpen = part === null && parts > 1 && (page !== null || line !== null);
  const found = useQuery({
    queryKey: [...callKey(getKnowledgeDocumentText, { params: { id } }), 'place', parts, page, line],
    enabled: isOpen,
    queryFn: ({ signal }) =>
      findPart(parts, { page, line }, (each) =>
        call(getKnowledgeDocumentText, { params: { id }, query: { part: each }, signal }),
      ),
  });
  if (!isOpen) return Math.min(part ?? 1, Math.max(1, parts));
  return found.isPending ? null : (found.data ?? 1);
}
