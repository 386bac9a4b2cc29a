import type { ScreenDefinition } from '#platform/web';

export const playScreens: readonly ScreenDefinition[] = [];
