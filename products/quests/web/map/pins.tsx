import { type ReactNode, useMemo } from 'react';
import { type Camera, type LatLng, project, type Size, type Spot, unproject } from './camera.rules.ts';
import { ClusterButton } from './cluster-button.tsx';
import { clustersOf } from './clusters.rules.ts';
import { Pin } from './pin.tsx';
import type { MapMarker } from './types.ts';

interface PinsProps {
  readonly camera: Camera;
  readonly size: Size;
  readonly markers: readonly MapMarker[];
  readonly clustered: boolean;
  readonly selected: string | undefined;
  readonly onSelect?: ((id: string) => void) | undefined;
  readonly onMove?: ((id: string, place: LatLng) => void) | undefined;
  readonly onOpen: (places: readonly LatLng[]) => void;
}

const margin = 60;

/** Pins and clusters of what is in view. */
export function Pins(props: PinsProps): ReactNode {
  const { camera, size, markers, clustered, selected, onSelect, onMove, onOpen } = props;
  // Half steps: clusters do not flicker while the map is being zoomed.
  const zoom = clustered ? Math.round(camera.zoom * 2) / 2 : 24;
  const clusters = useMemo(() => clustersOf(markers, zoom), [markers, zoom]);
  const within = ({ x, y }: Spot): boolean =>
    x > -margin && y > -margin && x < size.width + margin && y < size.height + margin;
  return clusters.map(({ key, center, items }) => {
    const [marker] = items;
    const spot = project(center, camera, size);
    if (marker === undefined || !within(spot)) return null;
    if (items.length > 1) {
      return (
        <ClusterButton
          key={key}
          count={items.length}
          spot={spot}
          onPress={() => onOpen(items.map(({ place }) => place))}
        />
      );
    }
    return (
      <Pin
        key={key}
        marker={marker}
        spot={spot}
        selected={marker.id === selected}
        onPress={onSelect === undefined ? undefined : () => onSelect(marker.id)}
        onShift={
          onMove === undefined
            ? undefined
            : (by) => onMove(marker.id, unproject({ x: spot.x + by.x, y: spot.y + by.y }, camera, size))
        }
      />
    );
  });
}
