import { Box, ButtonBase, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import type { ChatArtifact } from '../../../contract/index.ts';
import { usePanel } from '../panel/panel-store.ts';
import { workspaceTexts } from '../texts.ts';
import { artifactIcons } from './artifact-icon.ts';

/** What an answer made, to be opened beside it. */
export function ArtifactChips({ artifacts }: { readonly artifacts: readonly ChatArtifact[] }): ReactNode {
  const t = useText(workspaceTexts);
  const open = usePanel((state) => state.open);
  if (artifacts.length === 0) return null;
  return (
    <Box role="group" aria-label={t('artifact.list')} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      {artifacts.map(({ kind, title }, index) => {
        const Icon = artifactIcons[kind];
        const key = `${index}:${title}`;
        return (
          <ButtonBase
            key={key}
            onClick={() => open({ kind: 'artifacts', artifacts, index })}
            sx={{
              display: 'flex',
              gap: 1.25,
              alignItems: 'center',
              textAlign: 'start',
              px: 1.5,
              py: 1,
              maxWidth: '100%',
              minWidth: 0,
              border: 1,
              borderColor: 'divider',
              borderRadius: '12px',
              bgcolor: 'background.paper',
              '&:hover': { borderColor: 'primary.main' },
            }}
          >
            <Box aria-hidden sx={{ display: 'grid', color: 'primary.main' }}>
              <Icon fontSize="small" />
            </Box>
            <Box sx={{ minWidth: 0 }}>
              <Typography variant="body2" noWrap sx={{ fontWeight: 580 }}>
                {title}
              </Typography>
              <Typography variant="caption" component="p" noWrap sx={{ color: 'text.secondary' }}>
                {t(`artifact.kind.${kind}`)}
              </Typography>
            </Box>
          </ButtonBase>
        );
      })}
    </Box>
  );
}
