import type { ScreenDefinition } from '#platform/web';

export const catalogueScreens: readonly ScreenDefinition[] = [];
