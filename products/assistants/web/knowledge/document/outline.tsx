import { Box, Button, Link, Typography } from '@mui/material';
import { type ReactNode, useId, useState } from 'react';
import { Link as RouterLink } from 'react-router';
import { useText } from '#platform/web';
import type { KnowledgeDocumentDetail } from '../../../contract/index.ts';
import { documentPath } from '../paths.ts';
import { knowledgeTexts } from '../texts.ts';

export interface OutlineProps {
  readonly document: KnowledgeDocumentDetail;
  /** The part that is shown. */
  readonly part: number;
}

/** The headings of a document as a way through it; folded on narrow screens. */
export function Outline({ document, part }: OutlineProps): ReactNode {
  const t = useText(knowledgeTexts);
  const id = useId();
  const [open, setOpen] = useState(false);
  const { outline } = document;
  const least = Math.min(...outline.map(({ level }) => level));
  return (
    <Box
      component="nav"
      aria-label={t('view.outline')}
      sx={{
        minWidth: 0,
        position: { md: 'sticky' },
        top: { md: 16 },
        maxHeight: { md: 'calc(100dvh - 160px)' },
        overflowY: { md: 'auto' },
      }}
    >
      <Typography variant="h4" component="h2" sx={{ display: { xs: 'none', md: 'block' }, mb: 1 }}>
        {t('view.outline')}
      </Typography>
      {outline.length === 0 ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('view.outline_empty')}
        </Typography>
      ) : (
        <>
          <Button
            variant="outlined"
            color="inherit"
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setOpen(!open)}
            sx={{ display: { md: 'none' }, width: '100%' }}
          >
            {open ? t('view.hide_outline') : t('view.show_outline')}
          </Button>
          <Box
            component="ol"
            id={id}
            sx={{
              listStyle: 'none',
              m: 0,
              p: 0,
              mt: { xs: 1, md: 0 },
              display: { xs: open ? 'grid' : 'none', md: 'grid' },
            }}
          >
            {outline.map((entry, at) => {
              const key = `${at}:${entry.title}`;
              const { title, level, line } = entry;
              return (
                <Box component="li" key={key} sx={{ pl: (level - least) * 1.5, minWidth: 0 }}>
                  <Link
                    component={RouterLink}
                    to={documentPath(document.id, {
                      part: entry.part,
                      lines: line === null ? null : [line],
                    })}
                    color={entry.part === part ? 'text.primary' : 'text.secondary'}
                    aria-current={entry.part === part ? 'location' : undefined}
                    onClick={() => setOpen(false)}
                    sx={{ display: 'block', py: 0.6, typography: 'body2', overflowWrap: 'anywhere' }}
                  >
                    {title}
                  </Link>
                </Box>
              );
            })}
          </Box>
        </>
      )}
    </Box>
  );
}
