import type { ScreenDefinition } from '#platform/web';

export const operationsScreens: readonly ScreenDefinition[] = [];
