import AddRounded from '@mui/icons-material/AddRounded';
import FitScreenOutlined from '@mui/icons-material/FitScreenOutlined';
import RemoveRounded from '@mui/icons-material/RemoveRounded';
import { IconButton, Paper, Tooltip } from '@mui/material';
import type { ReactNode, RefObject } from 'react';
import { useText } from '#platform/web';
import { memoryTexts } from '../texts.ts';
import type { GraphCanvasHandle } from './graph-canvas.tsx';

/** Closer, farther, everything. */
export function GraphTools({ canvas }: { readonly canvas: RefObject<GraphCanvasHandle | null> }): ReactNode {
  const t = useText(memoryTexts);
  const tools = [
    { label: t('graph.zoom_in'), icon: AddRounded, run: () => canvas.current?.zoomBy(1.4) },
    { label: t('graph.zoom_out'), icon: RemoveRounded, run: () => canvas.current?.zoomBy(1 / 1.4) },
    { label: t('graph.fit'), icon: FitScreenOutlined, run: () => canvas.current?.fit() },
  ];
  return (
    <Paper variant="outlined" sx={{ display: 'grid', borderRadius: '12px', overflow: 'hidden' }}>
      {tools.map(({ label, icon: Icon, run }) => (
        <Tooltip key={label} title={label} placement="left">
          <IconButton aria-label={label} onClick={run} sx={{ borderRadius: 0 }}>
            <Icon fontSize="small" />
          </IconButton>
        </Tooltip>
      ))}
    </Paper>
  );
}
