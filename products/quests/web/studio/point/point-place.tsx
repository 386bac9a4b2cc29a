import { Box, TextField } from '@mui/material';
import { type ReactNode, useMemo, useState } from 'react';
import { useText } from '#platform/web';
import type { Point } from '../../../contract/index.ts';
import { QuestMap } from '../../map/index.ts';
import { Section } from '../description/section.tsx';
import { placedAt } from '../draft/points.rules.ts';
import { PlaceFields } from '../route/place-fields.tsx';
import { studioTexts } from '../texts.ts';
import { placeText, readPlace } from './coordinates.rules.ts';

interface PointPlaceProps {
  readonly point: Point;
  readonly onChange: (point: Point) => void;
}

function CoordinatesField({ point, onChange }: PointPlaceProps): ReactNode {
  const t = useText(studioTexts);
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? placeText(point.place_settings);
  const isWrong = readPlace(text) === null;
  return (
    <TextField
      fullWidth
      label={t('place.coordinates')}
      value={text}
      error={isWrong}
      helperText={isWrong ? t('place.coordinates_wrong') : t('place.coordinates_help')}
      onChange={({ target }) => {
        setTyped(target.value);
        const place = readPlace(target.value);
        const [moved] = place === null ? [] : placedAt([point], point.id, place);
        if (moved !== undefined) onChange(moved);
      }}
      onBlur={() => setTyped(null)}
    />
  );
}

/** Where the point is: on a small map and as numbers, with how near is near enough. */
export function PointPlace({ point, onChange }: PointPlaceProps): ReactNode {
  const t = useText(studioTexts);
  const { id, title, place_settings: settings } = point;
  const { lat, lng, radius } = settings;
  const markers = useMemo(
    () => [{ id, place: { lat, lng }, label: title, tone: 'current', radius } as const],
    [id, title, lat, lng, radius],
  );
  const move = (place: { readonly lat: number; readonly lng: number }): void => {
    const [moved] = placedAt([point], id, place);
    if (moved !== undefined) onChange(moved);
  };
  return (
    <Section title={t('place.title')}>
      <QuestMap
        label={t('place.map', { title })}
        markers={markers}
        draggableMarkers
        onMove={(_id, place) => move(place)}
        onPick={move}
        center={{ lat, lng }}
        zoom={16}
        fit={false}
        sx={{ height: 260 }}
      />
      <CoordinatesField point={point} onChange={onChange} />
      <Box>
        <PlaceFields
          settings={settings}
          onChange={(place_settings) => onChange({ ...point, place_settings })}
        />
      </Box>
    </Section>
  );
}
