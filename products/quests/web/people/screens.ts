import type { ScreenDefinition } from '#platform/web';

export const peopleScreens: readonly ScreenDefinition[] = [];
