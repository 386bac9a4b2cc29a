import { Box, type SxProps, type Theme, Typography } from '@mui/material';
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import type { CameraDriver } from './base.ts';
import {
  type Bounds,
  boundsAround,
  boundsOfView,
  type Camera,
  fitted,
  type LatLng,
  zoomed,
} from './camera.rules.ts';
import { looseZoom } from './clusters.rules.ts';
import { Controls } from './controls.tsx';
import { Drawings } from './drawings.tsx';
import { cityCenter } from './petersburg.ts';
import { Pins } from './pins.tsx';
import { PlaceNames } from './place-names.tsx';
import { SvgBase } from './svg-base.tsx';
import type { MapMarker, PlayerPosition } from './types.ts';
import { useMapStyle } from './use-map-style.ts';
import { useSize } from './use-size.ts';
import { hasWebGl } from './web-gl.ts';

const GlBase = lazy(async () => ({ default: (await import('./gl-base.tsx')).GlBase }));

/** More pins than this are put together where they stand close. */
const crowd = 12;

export interface QuestMapProps {
  /** Names the map for screen readers. */
  readonly label: string;
  /** Pins; the view fits itself to them when their ids change (see `fit`). Keep the array between renders. */
  readonly markers: readonly MapMarker[];
  /** A line through these places. */
  readonly route?: readonly LatLng[];
  /** Where the player is. */
  readonly position?: PlayerPosition | null;
  /** Id of the pin to raise. */
  readonly selected?: string | undefined;
  readonly onSelect?: (id: string) => void;
  /** A tap on the empty map, or the button for its middle, gives a place. */
  readonly onPick?: (place: LatLng) => void;
  /** With `draggableMarkers`: a pin was dragged, or moved by arrow keys. */
  readonly onMove?: (id: string, place: LatLng) => void;
  readonly draggableMarkers?: boolean;
  /** Told the visible rectangle after the map came to rest. */
  readonly onView?: (bounds: Bounds) => void;
  /** `false` leaves the view alone when markers come and go; default true. */
  readonly fit?: boolean;
  /** Where to look when there is nothing to fit to. */
  readonly center?: LatLng;
  /** Default 12.5. */
  readonly zoom?: number;
  /** Moves there whenever the place changes. */
  readonly focus?: LatLng | null;
  /** No gestures (a map within a scrolling page); buttons stay. */
  readonly still?: boolean;
  /** Pins close together become one; default: when there are more than twelve. */
  readonly clustered?: boolean;
  /** Size and place; default 320 px high. */
  readonly sx?: SxProps<Theme>;
}

/** A map that works without any map service and without WebGL, by pointer, touch and keys. */
export function QuestMap(props: QuestMapProps): ReactNode {
  const { label, markers, route = [], position = null, fit = true, focus = null, still = false, sx } = props;
  const { onView, onPick, onMove, draggableMarkers = false } = props;
  const frame = useRef<HTMLDivElement>(null);
  const size = useSize(frame);
  const style = useMapStyle();
  const [gl, setGl] = useState(hasWebGl);
  const places = [...markers.map(({ place }) => place), ...route];
  const bounds = boundsAround(places);
  const [camera, setCamera] = useState<Camera>(() =>
    bounds !== null && fit
      ? fitted(bounds, size)
      : { center: props.center ?? cityCenter, zoom: props.zoom ?? 12.5 },
  );
  const driver = useRef<CameraDriver | null>(null);
  const onDriver = useCallback((given: CameraDriver | null) => {
    driver.current = given;
  }, []);
  const go = (to: Camera): void => {
    if (driver.current === null) setCamera(to);
    else driver.current.go(to);
  };

  const ids = fit ? markers.map(({ id }) => id).join() : '';
  const fittedTo = useRef<string | null>(null);
  useEffect(() => {
    if (bounds !== null && fit && fittedTo.current !== ids) go(fitted(bounds, size));
    fittedTo.current = ids;
  });
  const seen = useRef(focus);
  useEffect(() => {
    if (focus === null || (seen.current?.lat === focus.lat && seen.current?.lng === focus.lng)) return;
    seen.current = focus;
    go({ center: focus, zoom: Math.max(camera.zoom, 15) });
  });

  const tellView = useRef(onView);
  tellView.current = onView;
  useEffect(() => {
    const timer = setTimeout(() => tellView.current?.(boundsOfView(camera, size)), 300);
    return () => clearTimeout(timer);
  }, [camera, size]);

  const base = { label, camera, size, still, onCamera: setCamera, onDriver };
  const onTap = (place: LatLng): void => onPick?.(place);
  const svg = <SvgBase {...base} onTap={onTap} />;
  return (
    <Box
      ref={frame}
      sx={[
        {
          position: 'relative',
          height: 320,
          overflow: 'hidden',
          isolation: 'isolate',
          borderRadius: '12px',
          border: 1,
          borderColor: 'divider',
        },
        ...(Array.isArray(sx) ? sx : [sx]),
      ]}
    >
      {gl && style.known ? (
        <Suspense fallback={svg}>
          <GlBase {...base} onTap={onTap} styleUrl={style.url} onBroken={() => setGl(false)} />
        </Suspense>
      ) : (
        svg
      )}
      {gl && style.url !== null ? null : <PlaceNames camera={camera} size={size} />}
      <Drawings camera={camera} size={size} markers={markers} route={route} position={position} />
      <Box sx={{ position: 'absolute', inset: 0, overflow: 'hidden', pointerEvents: 'none' }}>
        <Pins
          camera={camera}
          size={size}
          markers={markers}
          clustered={props.clustered ?? markers.length > crowd}
          selected={props.selected}
          onSelect={props.onSelect}
          onMove={draggableMarkers ? onMove : undefined}
          onOpen={(some) => {
            const around = boundsAround(some);
            if (around !== null) {
              const to = fitted(around, size, 72, looseZoom + 0.5);
              go(to.zoom > camera.zoom + 0.5 ? to : { ...to, zoom: camera.zoom + 1.5 });
            }
          }}
        />
      </Box>
      <Controls
        onZoom={(by) => go(zoomed(camera, by, { x: size.width / 2, y: size.height / 2 }, size))}
        onShowAll={bounds === null ? undefined : () => go(fitted(bounds, size))}
        onShowMe={
          position === null
            ? undefined
            : () => go({ center: { lat: position.lat, lng: position.lng }, zoom: Math.max(camera.zoom, 16) })
        }
        onPlaceHere={onPick === undefined ? undefined : () => onPick(camera.center)}
      />
      {gl && style.url !== null && style.attribution !== null ? (
        <Typography
          variant="caption"
          sx={{
            position: 'absolute',
            left: 8,
            bottom: 4,
            px: 0.75,
            fontSize: '0.6875rem',
            borderRadius: '4px',
            bgcolor: 'background.paper',
            opacity: 0.85,
          }}
        >
          {style.attribution}
        </Typography>
      ) : null}
    </Box>
  );
}
