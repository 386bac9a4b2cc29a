import { Box } from '@mui/material';
import type { ComponentType } from 'react';
import type { ScreenDefinition } from '#platform/web';
import { AreaBar } from './area-bar.tsx';
import { type Area, areas, home } from './areas.ts';

const padded = { px: { xs: 2, sm: 3, lg: 5 }, py: { xs: 2.5, sm: 4 }, width: '100%' } as const;

function framed(Screen: ComponentType, known: readonly Area[], canvas: boolean): ComponentType {
  return function FramedScreen() {
    return (
      <Box sx={{ display: 'flex', flexDirection: 'column', flex: 1, minHeight: 0, minWidth: 0 }}>
        <AreaBar areas={known} />
        <Box
          sx={[
            { flex: 1, minHeight: 0, minWidth: 0 },
            canvas ? { display: 'flex', flexDirection: 'column' } : { overflowY: 'auto' },
          ]}
        >
          {canvas ? (
            <Screen />
          ) : (
            <Box sx={padded}>
              <Screen />
            </Box>
          )}
        </Box>
      </Box>
    );
  };
}

/**
 * Puts screens below the tabs of the areas, and leaves one entry in the menu: the workspace. Screens stay pages or
 * canvases as they were declared.
 */
export function insideAreas(screens: readonly ScreenDefinition[]): readonly ScreenDefinition[] {
  const known = areas.filter(({ path }) => screens.some((screen) => screen.path === path));
  return screens.map(({ nav, layout, load, ...screen }) => ({
    ...screen,
    ...(nav === undefined || screen.path !== home.path ? {} : { nav }),
    layout: 'canvas' as const,
    load: async () => framed(await load(), known, layout === 'canvas'),
  }));
}
