export type { Bounds, LatLng } from './camera.rules.ts';
export { QuestMap } from './quest-map.tsx';
export type { MapMarker } from './types.ts';
