export type { Bounds, LatLng } from './camera.rules.ts';
export { QuestMap, type QuestMapProps } from './quest-map.tsx';
export type { MapMarker, MarkerTone, PlayerPosition } from './types.ts';
