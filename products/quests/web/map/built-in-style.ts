import type { ExpressionSpecification, StyleSpecification } from 'maplibre-gl';
import { metresPerPixel } from './camera.rules.ts';
import type { MapInks } from './inks.ts';
import { cityCenter, gulf, islands, parks, rivers, streets, type Vertex } from './petersburg.ts';

const closed = (ring: readonly Vertex[]): Vertex[] => [...ring, ...ring.slice(0, 1)];

const polygons = (rings: readonly (readonly Vertex[])[]) => ({
  type: 'geojson' as const,
  data: {
    type: 'MultiPolygon' as const,
    coordinates: rings.map((ring) => [closed(ring).map(([lng, lat]) => [lng, lat])]),
  },
});

const lines = (all: readonly { readonly metres: number; readonly line: readonly Vertex[] }[]) => ({
  type: 'geojson' as const,
  data: {
    type: 'FeatureCollection' as const,
    features: all.map(({ metres, line }) => ({
      type: 'Feature' as const,
      properties: { metres },
      geometry: { type: 'LineString' as const, coordinates: line.map(([lng, lat]) => [lng, lat]) },
    })),
  },
});

/** Pixels for metres on the ground, doubling with each step of zoom; `more` pixels are added. */
const metreWidth = (more: number): ExpressionSpecification => {
  const at = (zoom: number): ExpressionSpecification => [
    '+',
    more,
    ['max', 1, ['/', ['get', 'metres'], metresPerPixel(cityCenter.lat, zoom)]],
  ];
  return ['interpolate', ['exponential', 2], ['zoom'], 6, at(6), 20, at(20)];
};

const round = { 'line-cap': 'round', 'line-join': 'round' } as const;

/** The map that needs nobody: no tiles, glyphs or sprites are asked for. */
export function builtInStyle(inks: MapInks): StyleSpecification {
  return {
    version: 8,
    sources: {
      gulf: polygons([gulf]),
      rivers: lines(rivers),
      islands: polygons(islands),
      parks: polygons(parks),
      streets: lines(streets.map((line) => ({ metres: 26, line }))),
    },
    layers: [
      { id: 'land', type: 'background', paint: { 'background-color': inks.land } },
      { id: 'parks', type: 'fill', source: 'parks', paint: { 'fill-color': inks.park } },
      {
        id: 'streets',
        type: 'line',
        source: 'streets',
        layout: round,
        paint: { 'line-color': inks.street, 'line-width': metreWidth(0) },
      },
      { id: 'gulf', type: 'fill', source: 'gulf', paint: { 'fill-color': inks.water } },
      {
        id: 'shores',
        type: 'line',
        source: 'rivers',
        layout: round,
        paint: { 'line-color': inks.shore, 'line-width': metreWidth(2) },
      },
      {
        id: 'rivers',
        type: 'line',
        source: 'rivers',
        layout: round,
        paint: { 'line-color': inks.water, 'line-width': metreWidth(0) },
      },
      { id: 'islands', type: 'fill', source: 'islands', paint: { 'fill-color': inks.land } },
      { id: 'island-parks', type: 'fill', source: 'parks', paint: { 'fill-color': inks.park } },
    ],
  };
}
