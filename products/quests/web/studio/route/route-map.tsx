import { Paper, Stack, Typography } from '@mui/material';
import { type ReactNode, useMemo, useState } from 'react';
import { newId } from '#base/ids';
import { useText } from '#platform/web';
import type { Point } from '../../../contract/index.ts';
import { type LatLng, type MapMarker, QuestMap } from '../../map/index.ts';
import { Length } from '../../pieces/index.ts';
import { useField, usePointsChange } from '../draft/desk-context.ts';
import { mostPoints, newPoint, placedAt } from '../draft/points.rules.ts';
import { wayOf } from '../draft/way.rules.ts';
import { studioTexts } from '../texts.ts';
import { useDictionary } from '../use-dictionary.ts';
import { usePointWord } from './use-point-word.ts';

interface RouteMapProps {
  readonly points: readonly Point[];
  readonly heldBack: readonly string[];
  readonly selected: string | undefined;
  readonly onSelect: (id: string | undefined) => void;
}

/** The route on the map: a tap adds a point, a drag moves one. */
export function RouteMap({ points, heldBack, selected, onSelect }: RouteMapProps): ReactNode {
  const t = useText(studioTexts);
  const word = usePointWord();
  const change = usePointsChange();
  const [city] = useField('city');
  const center = useDictionary('city').find(({ code }) => code === city)?.entry.place ?? undefined;
  // The view is fitted once; afterwards it is the author's.
  const [isFitted, setIsFitted] = useState(points.length > 0);
  const places = points.map(({ place_settings: { lat, lng } }) => ({ lat, lng }));
  const markers = useMemo(
    () =>
      points.map(({ id, title, place_settings: { lat, lng, radius, hidden } }, index): MapMarker => {
        const tone = heldBack.includes(id) ? 'warning' : hidden ? 'muted' : 'default';
        return {
          id,
          place: { lat, lng },
          label: t('route.pin', { number: index + 1, title }),
          text: String(index + 1),
          tone: id === selected ? 'current' : tone,
          radius,
        };
      }),
    [points, heldBack, selected, t],
  );
  const add = (place: LatLng): void => {
    setIsFitted(false);
    if (points.length >= mostPoints) return;
    const id = newId();
    change((before) => [...before, newPoint(id, `${word} ${before.length + 1}`, place)]);
    onSelect(id);
  };
  return (
    <Stack spacing={1}>
      <QuestMap
        key={center === undefined || points.length > 0 ? 'route' : city}
        label={t('route.map')}
        markers={markers}
        route={places}
        selected={selected}
        onSelect={onSelect}
        onPick={add}
        onMove={(id, place) => change((before) => placedAt(before, id, place))}
        draggableMarkers
        clustered={false}
        fit={isFitted}
        {...(center === undefined ? {} : { center })}
        sx={{ height: { xs: 360, md: 520 } }}
      />
      <Paper variant="outlined" sx={{ px: 1.5, py: 1, borderRadius: '10px' }}>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {points.length === 0 ? t('route.first') : t('route.count', { count: points.length })}
          {points.length < 2 ? null : (
            <>
              {' · '}
              <Length metres={wayOf(places)} />
            </>
          )}
          {points.length === 0 ? null : ` · ${t('route.how')}`}
        </Typography>
      </Paper>
    </Stack>
  );
}
