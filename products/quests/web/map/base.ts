import type { Camera, LatLng, Size } from './camera.rules.ts';

/** How the map is told where to look. */
export interface CameraDriver {
  go(camera: Camera): void;
}

/** What lies under the pins: it draws the ground and turns gestures into cameras. */
export interface BaseProps {
  readonly label: string;
  readonly camera: Camera;
  readonly size: Size;
  /** No gestures: a picture with buttons. */
  readonly still: boolean;
  readonly onCamera: (camera: Camera) => void;
  readonly onTap: (place: LatLng) => void;
  /** Called with a driver when the base is ready to be told, and with null when it is gone. */
  readonly onDriver: (driver: CameraDriver | null) => void;
}
