import { Box, Link, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';
import { useText } from '#platform/web';
import type { KnowledgeHit } from '../../../contract/index.ts';
import { Marked } from '../document/marked.tsx';
import { iconOfKind } from '../documents/document-kind.ts';
import { documentPath } from '../paths.ts';
import { knowledgeTexts } from '../texts.ts';

/** A passage that was found: where it stands, what it says, and the way there. */
export function Hit({ hit, question }: { readonly hit: KnowledgeHit; readonly question: string }): ReactNode {
  const t = useText(knowledgeTexts);
  const { document_id: id, document_name: name, document_title: title, part, page, lines, excerpt } = hit;
  const Icon = iconOfKind(hit.kind);
  const [first, last] = lines ?? [];
  const where = [
    hit.collection_name,
    page === null ? '' : t('search.page', { page }),
    first === undefined
      ? ''
      : last === undefined || last === first
        ? t('search.line', { line: first })
        : t('search.lines', { first, last }),
  ].filter((each) => each !== '');
  // A passage that begins with its heading tells it once.
  const headings = hit.heading.filter((each) => each !== title && !excerpt.text.startsWith(each));
  return (
    <Box component="article" sx={{ display: 'flex', gap: 1.5, py: 2, minWidth: 0 }}>
      <Box aria-hidden sx={{ display: 'grid', color: 'text.secondary', mt: 0.25 }}>
        <Icon />
      </Box>
      <Box sx={{ minWidth: 0, display: 'grid', gap: 0.5 }}>
        <Typography component="h3" variant="body1" sx={{ overflowWrap: 'anywhere' }}>
          <Link
            component={RouterLink}
            to={documentPath(id, { part, page, lines, words: question })}
            sx={{ fontWeight: 600 }}
          >
            {title ?? name}
          </Link>
        </Typography>
        <Typography variant="caption" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
          {where.join(' · ')}
        </Typography>
        {headings.length === 0 ? null : (
          <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
            {headings.join(' › ')}
          </Typography>
        )}
        <Box
          component="blockquote"
          dir="auto"
          sx={{
            m: 0,
            typography: 'body2',
            lineHeight: 1.6,
            whiteSpace: 'pre-line',
            overflowWrap: 'anywhere',
            ...(hit.kind === 'bsl' ? { fontFamily: 'ui-monospace, Menlo, Consolas, monospace' } : {}),
          }}
        >
          <Marked text={excerpt.text} marks={excerpt.marks} />
        </Box>
      </Box>
    </Box>
  );
}
