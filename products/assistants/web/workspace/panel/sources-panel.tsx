import { Box, Link, Typography } from '@mui/material';
import { type ReactNode, useEffect, useRef } from 'react';
import { Link as RouterLink, useParams } from 'react-router';
import { PlainText, useText } from '#platform/web';
import type { Citation } from '../../../contract/index.ts';
import { CodeBlock } from '../../pieces/code-block.tsx';
import { useConversation } from '../conversation/use-conversation.ts';
import { workspaceTexts } from '../texts.ts';
import { nameOfSource, placeOfSource } from './source-place.rules.ts';

const isAddress = (reference: string): boolean => /^https?:\/\//.test(reference);

interface SourceProps {
  readonly citation: Citation;
  readonly chosen: boolean;
  readonly projectId: string | null;
}

function Source({ citation, chosen, projectId }: SourceProps): ReactNode {
  const t = useText(workspaceTexts);
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (chosen) place.current?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  }, [chosen]);
  const { marker, kind, title, reference, page, lines, excerpt } = citation;
  const to = placeOfSource(citation, projectId);
  const name = nameOfSource(citation);
  const where = [
    t(`source.kind.${kind}`),
    page === null ? '' : t('source.page', { page }),
    lines === null || lines[0] === undefined
      ? ''
      : lines[1] === undefined || lines[1] === lines[0]
        ? t('source.line', { line: lines[0] })
        : t('source.lines', { first: lines[0], last: lines[1] }),
  ].filter((part) => part !== '');
  return (
    <Box
      component="li"
      ref={place}
      aria-current={chosen ? 'true' : undefined}
      sx={{
        border: 1,
        borderColor: chosen ? 'primary.main' : 'divider',
        borderRadius: '12px',
        p: 1.5,
        display: 'grid',
        gap: 0.75,
        minWidth: 0,
      }}
    >
      <Box sx={{ display: 'flex', gap: 1, minWidth: 0 }}>
        <Box
          aria-hidden
          sx={{
            flexShrink: 0,
            display: 'grid',
            placeItems: 'center',
            minWidth: 24,
            height: 22,
            px: 0.5,
            borderRadius: '6px',
            fontSize: '0.75rem',
            fontWeight: 650,
            color: chosen ? 'primary.contrastText' : 'primary.main',
            bgcolor: chosen ? 'primary.main' : 'action.selected',
          }}
        >
          {marker}
        </Box>
        <Box sx={{ minWidth: 0 }}>
          <Typography variant="body2" component="h3" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
            {title === '' && kind === 'memory' ? t('source.gone') : title}
          </Typography>
          <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
            {where.join(' · ')}
          </Typography>
        </Box>
      </Box>
      {excerpt === '' ? null : kind === 'code' ? (
        <CodeBlock source={excerpt} language="bsl" />
      ) : (
        <Box component="blockquote" sx={{ m: 0, typography: 'body2' }}>
          <PlainText>{excerpt}</PlainText>
        </Box>
      )}
      {isAddress(reference) ? (
        <Link href={reference} target="_blank" rel="noopener noreferrer nofollow" variant="caption">
          {t('source.open')}
        </Link>
      ) : name === title || name === '' ? null : (
        <Typography variant="caption" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
          {name}
        </Typography>
      )}
      {to === null ? null : (
        <Link component={RouterLink} to={to.path} variant="body2">
          {t(`source.open_${to.kind}`)}
        </Link>
      )}
    </Box>
  );
}

export interface SourcesPanelProps {
  readonly citations: readonly Citation[];
  readonly marker: number | null;
}

/** What an answer stands on: document or module, place and words. */
export function SourcesPanel({ citations, marker }: SourcesPanelProps): ReactNode {
  // Code and metadata are looked at in the project of the conversation.
  const { conversation: id = null } = useParams();
  const projectId = useConversation(id, false).conversation?.project_id ?? null;
  return (
    <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.25 }}>
      {citations.map((citation) => (
        <Source
          key={citation.marker}
          citation={citation}
          chosen={citation.marker === marker}
          projectId={projectId}
        />
      ))}
    </Box>
  );
}
