// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { renderAt } from '../render.fixture.tsx';
import type { LatLng } from './camera.rules.ts';
import { QuestMap, type QuestMapProps } from './quest-map.tsx';
import type { MapMarker } from './types.ts';

const answers = { 'GET /v2/map-style': () => ({ style_url: null, attribution: null }) };
const markers: readonly MapMarker[] = [
  { id: 'one', place: { lat: 59.93, lng: 30.31 }, label: 'Point 1', text: '1', radius: 30 },
  { id: 'two', place: { lat: 59.95, lng: 30.36 }, label: 'Point 2', text: '2' },
];

const show = (props: Partial<QuestMapProps>) =>
  renderAt(<QuestMap label="Map of points" markers={markers} {...props} />, { path: '/', answer: answers });

afterEach(cleanup);

describe('the map without WebGL', () => {
  it('has a button for each pin', async () => {
    const chosen: string[] = [];
    await show({ onSelect: (id) => chosen.push(id), selected: 'two' });
    await userEvent.click(await screen.findByRole('button', { name: 'Point 1' }));
    expect(chosen).toEqual(['one']);
    expect(screen.getByRole('button', { name: 'Point 2' }).getAttribute('aria-pressed')).toBe('true');
  });

  it('places by a tap and by the button for its middle, and takes a drag for no tap', async () => {
    const picked: LatLng[] = [];
    await show({ onPick: (place) => picked.push(place) });
    const ground = await screen.findByRole('application', { name: 'Map of points' });
    fireEvent.pointerDown(ground, { pointerId: 1, clientX: 180, clientY: 160 });
    fireEvent.pointerUp(ground, { pointerId: 1, clientX: 180, clientY: 160 });
    expect(picked).toHaveLength(1);
    expect(picked[0]?.lat).toBeCloseTo(59.94, 2);
    expect(picked[0]?.lng).toBeCloseTo(30.335, 2);
    fireEvent.pointerDown(ground, { pointerId: 1, clientX: 180, clientY: 160 });
    fireEvent.pointerMove(ground, { pointerId: 1, clientX: 120, clientY: 160 });
    fireEvent.pointerUp(ground, { pointerId: 1, clientX: 120, clientY: 160 });
    expect(picked).toHaveLength(1);
    await userEvent.click(screen.getByRole('button', { name: 'Place in the middle of the map' }));
    expect(picked[1]?.lng).toBeGreaterThan(picked[0]?.lng ?? 0);
  });

  it('moves pins by keys and by the finger', async () => {
    const moved: [string, LatLng][] = [];
    await show({ draggableMarkers: true, onMove: (id, place) => moved.push([id, place]) });
    const pin = await screen.findByRole('button', { name: /^Point 1\./ });
    fireEvent.keyDown(pin, { key: 'ArrowUp' });
    expect(moved[0]?.[0]).toBe('one');
    expect(moved[0]?.[1].lat).toBeGreaterThan(59.93);
    expect(moved[0]?.[1].lng).toBeCloseTo(30.31, 6);
    fireEvent.pointerDown(pin, { pointerId: 1, clientX: 50, clientY: 50 });
    fireEvent.pointerMove(pin, { pointerId: 1, clientX: 90, clientY: 50 });
    fireEvent.pointerUp(pin, { pointerId: 1, clientX: 90, clientY: 50 });
    expect(moved[1]?.[1].lng).toBeGreaterThan(30.31);
    expect(moved[1]?.[1].lat).toBeCloseTo(59.93, 6);
  });

  it('zooms by keys and buttons, and puts a crowd together', async () => {
    const crowd = Array.from({ length: 20 }, (_, index): MapMarker => {
      const place = { lat: 59.93 + index / 100_000, lng: 30.31 };
      return { id: String(index), place, label: `Point ${index + 1}` };
    });
    await show({ markers: crowd, fit: false, center: { lat: 59.93, lng: 30.31 } });
    const cluster = await screen.findByRole('button', { name: '20 points close together, zoom in' });
    await userEvent.click(cluster);
    expect(await screen.findByRole('button', { name: 'Point 1' })).toBeDefined();
    const ground = screen.getByRole('application');
    for (let step = 0; step < 6; step += 1) fireEvent.keyDown(ground, { key: '-' });
    expect(await screen.findByRole('button', { name: /close together/ })).toBeDefined();
  });
});
