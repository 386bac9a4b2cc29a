import type { ScreenDefinition } from '#platform/web';

export const studioScreens: readonly ScreenDefinition[] = [];
