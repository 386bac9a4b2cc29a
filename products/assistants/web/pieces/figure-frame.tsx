import AddRounded from '@mui/icons-material/AddRounded';
import CloseFullscreenRounded from '@mui/icons-material/CloseFullscreenRounded';
import DownloadRounded from '@mui/icons-material/DownloadRounded';
import FitScreenRounded from '@mui/icons-material/FitScreenRounded';
import OpenInFullRounded from '@mui/icons-material/OpenInFullRounded';
import RemoveRounded from '@mui/icons-material/RemoveRounded';
import { Box, IconButton, Tooltip } from '@mui/material';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { type IconType, useText } from '#platform/web';
import { piecesTexts } from './texts.ts';

interface ToolProps {
  readonly icon: IconType;
  readonly label: string;
  readonly onPress: () => void;
}

function Tool({ icon: Icon, label, onPress }: ToolProps): ReactNode {
  return (
    <Tooltip title={label}>
      <IconButton size="small" aria-label={label} onClick={onPress}>
        <Icon fontSize="small" />
      </IconButton>
    </Tooltip>
  );
}

export interface FigureFrameProps {
  /** What the figure shows. */
  readonly label: string;
  readonly onZoom: (direction: 'in' | 'out' | 'fit') => void;
  readonly onDownload: () => void;
  /** Told when the room for the figure changed. */
  readonly onResize?: () => void;
  /** CSS height when it is not full screen. */
  readonly height?: string;
  readonly children: ReactNode;
}

/** The frame of a diagram: room for it, and tools to enlarge it, to fill the screen with it and to keep it. */
export function FigureFrame(props: FigureFrameProps): ReactNode {
  const { label, onZoom, onDownload, onResize, height = 'auto', children } = props;
  const t = useText(piecesTexts);
  const frame = useRef<HTMLElement>(null);
  const [full, setFull] = useState(false);
  const resized = useRef(onResize);
  resized.current = onResize;

  useEffect(() => {
    const watch = (): void => {
      setFull(document.fullscreenElement !== null && document.fullscreenElement === frame.current);
      resized.current?.();
    };
    document.addEventListener('fullscreenchange', watch);
    return () => document.removeEventListener('fullscreenchange', watch);
  }, []);

  const toggle = (): void => {
    if (full) void document.exitFullscreen();
    else void frame.current?.requestFullscreen();
  };
  return (
    <Box
      component="figure"
      ref={frame}
      aria-label={label}
      sx={{
        m: 0,
        display: 'flex',
        flexDirection: 'column',
        border: 1,
        borderColor: 'divider',
        borderRadius: '12px',
        overflow: 'hidden',
        bgcolor: 'background.paper',
        height: full ? '100%' : height,
      }}
    >
      <Box
        role="toolbar"
        aria-label={t('figure.tools')}
        sx={{
          display: 'flex',
          justifyContent: 'flex-end',
          borderBottom: 1,
          borderColor: 'divider',
          bgcolor: 'action.hover',
          px: 0.5,
        }}
      >
        <Tool icon={RemoveRounded} label={t('figure.zoom_out')} onPress={() => onZoom('out')} />
        <Tool icon={AddRounded} label={t('figure.zoom_in')} onPress={() => onZoom('in')} />
        <Tool icon={FitScreenRounded} label={t('figure.fit')} onPress={() => onZoom('fit')} />
        <Tool icon={DownloadRounded} label={t('figure.download')} onPress={onDownload} />
        {document.fullscreenEnabled === true ? (
          <Tool
            icon={full ? CloseFullscreenRounded : OpenInFullRounded}
            label={full ? t('figure.leave_full') : t('figure.full')}
            onPress={toggle}
          />
        ) : null}
      </Box>
      <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto', position: 'relative' }}>{children}</Box>
    </Box>
  );
}
