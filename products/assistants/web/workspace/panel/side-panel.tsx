import CloseRounded from '@mui/icons-material/CloseRounded';
import { Box, Drawer, IconButton, Tooltip, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import { workspaceTexts } from '../texts.ts';
import { ArtifactPanel } from './artifact-panel.tsx';
import { type PanelContent, usePanel } from './panel-store.ts';
import { SourcesPanel } from './sources-panel.tsx';

function Content({ content }: { readonly content: PanelContent }): ReactNode {
  const open = usePanel((state) => state.open);
  return content.kind === 'artifacts' ? (
    <ArtifactPanel
      artifacts={content.artifacts}
      index={content.index}
      onChoose={(index) => open({ ...content, index })}
    />
  ) : (
    <SourcesPanel citations={content.citations} marker={content.marker} />
  );
}

/** Artifacts and sources beside the conversation; a sheet from below where there is no room beside it. */
export function SidePanel({ beside }: { readonly beside: boolean }): ReactNode {
  const t = useText(workspaceTexts);
  const content = usePanel((state) => state.content);
  const shut = usePanel((state) => state.close);
  const close = (): void => {
    const { opener } = usePanel.getState();
    shut();
    if (beside && opener instanceof HTMLElement) opener.focus({ preventScroll: true });
  };
  if (content === null) return null;
  const title = content.kind === 'artifacts' ? t('artifact.panel') : t('source.panel');
  const inside = (
    <>
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          minHeight: 56,
          pl: 2,
          pr: 1,
          borderBottom: 1,
          borderColor: 'divider',
          flexShrink: 0,
        }}
      >
        <Typography variant="h3" component="h2" sx={{ flex: 1 }}>
          {title}
        </Typography>
        <Tooltip title={t('panel.close')}>
          <IconButton aria-label={t('panel.close')} onClick={close}>
            <CloseRounded fontSize="small" />
          </IconButton>
        </Tooltip>
      </Box>
      <Box sx={{ flex: 1, minHeight: 0, overflowY: 'auto', p: 2 }}>
        <Content content={content} />
      </Box>
    </>
  );
  if (beside) {
    return (
      <Box
        component="aside"
        aria-label={title}
        sx={{
          width: 'clamp(380px, 36vw, 640px)',
          flexShrink: 0,
          display: 'flex',
          flexDirection: 'column',
          minHeight: 0,
          borderLeft: 1,
          borderColor: 'divider',
        }}
      >
        {inside}
      </Box>
    );
  }
  return (
    <Drawer
      anchor="bottom"
      open
      onClose={close}
      slotProps={{
        paper: {
          role: 'dialog',
          'aria-label': title,
          sx: { height: '86dvh', borderRadius: '16px 16px 0 0', display: 'flex', flexDirection: 'column' },
        },
      }}
    >
      {inside}
    </Drawer>
  );
}
