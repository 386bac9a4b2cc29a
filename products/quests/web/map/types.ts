import type { LatLng } from './camera.rules.ts';

/** `muted` stands back, `done` is behind the player, `current` is where to go, `warning` needs a look. */
export type MarkerTone = 'default' | 'current' | 'done' | 'muted' | 'warning';

/** A pin. */
export interface MapMarker {
  readonly id: string;
  readonly place: LatLng;
  /** What screen readers call it. */
  readonly label: string;
  /** A number or a few letters within the pin (a price). */
  readonly text?: string;
  readonly tone?: MarkerTone;
  /** Draws a circle of so many metres around it. */
  readonly radius?: number;
}

/** Where the player is; accuracy in metres draws a ring. */
export interface PlayerPosition extends LatLng {
  readonly accuracy?: number;
}
