import ArrowBackOutlined from '@mui/icons-material/ArrowBackOutlined';
import { Box, IconButton, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useDocumentTitle, useText } from '#platform/web';
import { useDeskState } from '../draft/desk-context.ts';
import { StateChip } from '../quests/state-chip.tsx';
import { studioTexts } from '../texts.ts';
import { EditorNotices } from './editor-notices.tsx';
import { QuestActions } from './quest-actions.tsx';
import { SaveState } from './save-state.tsx';

/** Which quest it is, how it stands, and what can be done with it as a whole. */
export function EditorHead(): ReactNode {
  const t = useText(studioTexts);
  const { base, work } = useDeskState();
  const title = work.fields.title.trim() === '' ? t('editor.untitled') : work.fields.title;
  useDocumentTitle(title);
  return (
    <Stack spacing={1.5} sx={{ mb: 2 }}>
      <Stack direction={{ xs: 'column', md: 'row' }} spacing={1.5} sx={{ justifyContent: 'space-between' }}>
        <Stack direction="row" spacing={1} sx={{ minWidth: 0, alignItems: 'flex-start' }}>
          <IconButton component={Link} to="/studio" aria-label={t('editor.back')} edge="start">
            <ArrowBackOutlined />
          </IconButton>
          <Box sx={{ minWidth: 0 }}>
            <Typography variant="h1" sx={{ overflowWrap: 'anywhere', pt: '3px' }}>
              {title}
            </Typography>
            <Stack
              direction="row"
              useFlexGap
              sx={{ gap: 1.5, mt: 0.75, flexWrap: 'wrap', alignItems: 'center' }}
            >
              <StateChip state={base.state} />
              <SaveState />
            </Stack>
          </Box>
        </Stack>
        <QuestActions />
      </Stack>
      <EditorNotices />
    </Stack>
  );
}
