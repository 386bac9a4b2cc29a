import 'maplibre-gl/dist/maplibre-gl.css';
import { Box, useMediaQuery } from '@mui/material';
import { Map as GlMap, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { type ReactNode, useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import type { BaseProps } from './base.ts';
import { builtInStyle } from './built-in-style.ts';
import { type Camera, zoomRange } from './camera.rules.ts';

import { useMapInks } from './inks.ts';

setWorkerUrl(workerUrl);

interface GlBaseProps extends BaseProps {
  /** Address of a MapLibre style; null draws the built-in map. */
  readonly styleUrl: string | null;
  readonly onBroken: () => void;
}

const cameraOf = (map: GlMap): Camera => {
  const { lat, lng } = map.getCenter();
  return { center: { lat, lng }, zoom: map.getZoom() };
};

/** The ground drawn by MapLibre; north is always up, so that pins can be laid over it by plain Web Mercator. */
export function GlBase(props: GlBaseProps): ReactNode {
  const { label, camera, still, styleUrl, onDriver } = props;
  const area = useRef<HTMLDivElement>(null);
  const map = useRef<GlMap | null>(null);
  const latest = useRef(props);
  latest.current = props;
  const inks = useMapInks();
  const calm = useMediaQuery('(prefers-reduced-motion: reduce)');
  const style = styleUrl ?? builtInStyle(inks);
  const first = useRef({ style, camera, label });
  const drawn = useRef<unknown>(styleUrl ?? inks);

  useEffect(() => {
    const container = area.current;
    if (container === null) return;
    let made: GlMap;
    try {
      made = new GlMap({
        container,
        style: first.current.style,
        center: first.current.camera.center,
        zoom: first.current.camera.zoom,
        minZoom: zoomRange.min,
        maxZoom: zoomRange.max,
        interactive: !still,
        dragRotate: false,
        pitchWithRotate: false,
        touchPitch: false,
        renderWorldCopies: false,
        attributionControl: false,
        locale: { 'Map.Title': first.current.label },
        fadeDuration: calm ? 0 : 200,
      });
    } catch {
      latest.current.onBroken();
      return;
    }
    made.touchZoomRotate.disableRotation();
    made.keyboard.disableRotation();
    // Pins move in the same frame as the ground, or they would swim.
    let commanded = false;
    made.on('move', () => {
      const tell = (): void => latest.current.onCamera(cameraOf(made));
      if (commanded) tell();
      else flushSync(tell);
    });
    made.on('click', ({ lngLat }) => latest.current.onTap({ lat: lngLat.lat, lng: lngLat.lng }));
    map.current = made;
    onDriver({
      go({ center, zoom }) {
        commanded = true;
        if (calm) made.jumpTo({ center, zoom });
        else made.easeTo({ center, zoom, duration: 450 });
        commanded = false;
      },
    });
    return () => {
      onDriver(null);
      map.current = null;
      made.remove();
    };
  }, [still, calm, onDriver]);

  useEffect(() => {
    const wanted = styleUrl ?? inks;
    if (drawn.current === wanted) return;
    drawn.current = wanted;
    map.current?.setStyle(styleUrl ?? builtInStyle(inks));
  }, [styleUrl, inks]);

  // The library's own style sheet makes its container relative: the place is taken by a box around it.
  return (
    <Box sx={{ position: 'absolute', inset: 0 }}>
      <Box ref={area} sx={{ width: '100%', height: '100%', '& canvas': { outlineOffset: '-3px' } }} />
    </Box>
  );
}
