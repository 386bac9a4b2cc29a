import { Box, Link, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';
import { useText } from '#platform/web';
import type { KnowledgeDocumentDetail } from '../../../contract/index.ts';
import { FoldableContents } from '../../pieces/foldable-contents.tsx';
import { documentPath } from '../paths.ts';
import { knowledgeTexts } from '../texts.ts';

export interface OutlineProps {
  readonly document: KnowledgeDocumentDetail;
  /** The part that is shown. */
  readonly part: number;
}

/** The headings of a document as a way through it; on wide screens it stays beside the text. */
export function Outline({ document, part }: OutlineProps): ReactNode {
  const t = useText(knowledgeTexts);
  const { outline } = document;
  const least = Math.min(...outline.map(({ level }) => level));
  if (outline.length === 0) {
    return (
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('view.outline_empty')}
      </Typography>
    );
  }
  return (
    <Box sx={{ minWidth: 0, position: { md: 'sticky' }, top: { md: 16 } }}>
      <FoldableContents
        title={t('view.outline')}
        heading="h2"
        showLabel={t('view.show_outline')}
        hideLabel={t('view.hide_outline')}
        maxHeight="calc(100dvh - 192px)"
        entries={outline}
      >
        {({ title, level, line, part: at }, place, fold) => (
          <Box component="li" key={`${place}:${title}`} sx={{ pl: (level - least) * 1.5, minWidth: 0 }}>
            <Link
              component={RouterLink}
              to={documentPath(document.id, { part: at, lines: line === null ? null : [line] })}
              color={at === part ? 'text.primary' : 'text.secondary'}
              aria-current={at === part ? 'location' : undefined}
              onClick={fold}
              sx={{ display: 'block', py: 0.6, typography: 'body2', overflowWrap: 'anywhere' }}
            >
              {title}
            </Link>
          </Box>
        )}
      </FoldableContents>
    </Box>
  );
}
