import type { ScreenDefinition } from '#platform/web';

export const shopScreens: readonly ScreenDefinition[] = [];
