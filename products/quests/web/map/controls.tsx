import Add from '@mui/icons-material/Add';
import AddLocationAltOutlined from '@mui/icons-material/AddLocationAltOutlined';
import CenterFocusStrongOutlined from '@mui/icons-material/CenterFocusStrongOutlined';
import MyLocation from '@mui/icons-material/MyLocation';
import Remove from '@mui/icons-material/Remove';
import { IconButton, Stack } from '@mui/material';
import type { ReactNode } from 'react';
import { type IconType, useText } from '#platform/web';
import { mapTexts } from './texts.ts';

interface ControlsProps {
  readonly onZoom: (by: number) => void;
  readonly onShowAll?: (() => void) | undefined;
  readonly onShowMe?: (() => void) | undefined;
  readonly onPlaceHere?: (() => void) | undefined;
}

/** The map's buttons, within reach of a thumb. */
export function Controls({ onZoom, onShowAll, onShowMe, onPlaceHere }: ControlsProps): ReactNode {
  const t = useText(mapTexts);
  const buttons: readonly (readonly [string, IconType, (() => void) | undefined])[] = [
    [t('place_here'), AddLocationAltOutlined, onPlaceHere],
    [t('show_me'), MyLocation, onShowMe],
    [t('show_all'), CenterFocusStrongOutlined, onShowAll],
    [t('zoom_in'), Add, () => onZoom(1)],
    [t('zoom_out'), Remove, () => onZoom(-1)],
  ];
  return (
    <Stack spacing={0.75} sx={{ position: 'absolute', right: 10, bottom: 10, zIndex: 4 }}>
      {buttons.map(([label, Icon, press]) =>
        press === undefined ? null : (
          <IconButton
            key={label}
            aria-label={label}
            title={label}
            onClick={press}
            sx={{
              bgcolor: 'background.paper',
              border: 1,
              borderColor: 'divider',
              '&:hover': { bgcolor: 'background.paper', borderColor: 'text.secondary' },
            }}
          >
            <Icon fontSize="small" />
          </IconButton>
        ),
      )}
    </Stack>
  );
}
