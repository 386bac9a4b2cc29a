import type { Level } from '../levels/levels.ts';
import type { Camera } from './camera.rules.ts';
import type { GraphModel, Positions } from './graph-model.rules.ts';

/** The colours of a drawing, as CSS colours. */
export interface Inks {
  readonly levels: Readonly<Record<Level, string>>;
  readonly text: string;
  readonly paper: string;
  readonly line: string;
  readonly accent: string;
}

/** Everything one drawing shows; indices are those of the model. */
export interface Scene {
  readonly model: GraphModel;
  readonly positions: Positions;
  readonly camera: Camera;
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
  readonly selected: number | null;
  readonly hovered: number | null;
  readonly inks: Inks;
  readonly font: string;
}
