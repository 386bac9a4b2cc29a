import { Box, Pagination, PaginationItem, Typography } from '@mui/material';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { Link } from 'react-router';
import { EmptyState, ErrorNotice, ListSkeleton, useCall, useText } from '#platform/web';
import { getKnowledgeDocumentText, type KnowledgeDocumentDetail } from '../../../contract/index.ts';
import { documentPath } from '../paths.ts';
import { useKnowledgeRefusals } from '../refusals.ts';
import { knowledgeTexts } from '../texts.ts';
import { PartText } from './part-text.tsx';
import type { PlaceInAddress } from './use-part.ts';

export interface DocumentTextProps {
  readonly document: KnowledgeDocumentDetail;
  readonly part: number | null;
  readonly place: PlaceInAddress;
}

function Parts({
  document,
  part,
}: {
  readonly document: KnowledgeDocumentDetail;
  readonly part: number;
}): ReactNode {
  const t = useText(knowledgeTexts);
  if (document.parts < 2) return null;
  return (
    <Pagination
      aria-label={t('view.parts')}
      count={document.parts}
      page={part}
      size="medium"
      siblingCount={1}
      renderItem={(item) => (
        <PaginationItem {...item} component={Link} to={documentPath(document.id, { part: item.page ?? 1 })} />
      )}
      sx={{ '& ul': { justifyContent: 'center' } }}
    />
  );
}

/** A document's text, one part at a time, at the place the address asks for. */
export function DocumentText({ document, part, place }: DocumentTextProps): ReactNode {
  const t = useText(knowledgeTexts);
  const refusals = useKnowledgeRefusals();
  const { data, error, refetch } = useCall(
    getKnowledgeDocumentText,
    { params: { id: document.id }, query: { part: part ?? 1 } },
    { enabled: part !== null && document.parts > 0 },
  );
  const top = useRef<HTMLDivElement>(null);
  const [first, last] = place.lines ?? [];
  const lines = useMemo(
    () => (first === undefined || last === undefined ? null : ([first, last] as const)),
    [first, last],
  );
  const shown = useRef(part);
  useEffect(() => {
    const before = shown.current;
    shown.current = part;
    if (before !== null && part !== before && first === undefined) {
      top.current?.scrollIntoView({ block: 'start' });
    }
  }, [part, first]);

  if (document.parts === 0) return <EmptyState title={t('view.no_text')} hint={t('view.no_text_hint')} />;
  if (part === null) {
    return (
      <Box>
        <Typography role="status" variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
          {t('view.searching')}
        </Typography>
        <ListSkeleton rows={5} />
      </Box>
    );
  }
  const { parts } = document;
  const heading =
    data === undefined || data.page === null
      ? t('view.part_of', { part, parts })
      : data.page === part
        ? t('view.page', { page: data.page })
        : t('view.page_of', { page: data.page, part, parts });
  return (
    <Box
      ref={top}
      component="section"
      aria-label={t('view.text')}
      sx={{
        minWidth: 0,
        display: 'grid',
        gap: 2,
        scrollMarginTop: '16px',
        gridTemplateColumns: 'minmax(0, 1fr)',
      }}
    >
      {parts > 1 ? (
        <Typography variant="caption" role="status" sx={{ color: 'text.secondary' }}>
          {heading}
        </Typography>
      ) : null}
      <ErrorNotice error={error} onRetry={refetch} refusals={refusals} />
      {data === undefined ? (
        error === null ? (
          <ListSkeleton rows={6} />
        ) : null
      ) : (
        <PartText text={data} kind={document.kind} lines={lines} words={place.words} />
      )}
      <Parts document={document} part={part} />
    </Box>
  );
}
