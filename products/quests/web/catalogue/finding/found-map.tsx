import { Box, Button, Card, Stack, Typography } from '@mui/material';
import { type ReactNode, useMemo, useState } from 'react';
import { Link } from 'react-router';
import { useCall, useText } from '#platform/web';
import { listQuests, questsOnMap } from '../../../contract/index.ts';
import { type Bounds, type LatLng, type MapMarker, QuestMap } from '../../map/index.ts';
import { Price, useMoney } from '../../pieces/index.ts';
import { catalogueTexts } from '../texts.ts';
import { type Filters, type Near, queryOf } from './filters.rules.ts';

interface FoundMapProps {
  readonly filters: Filters;
  readonly near: Near | null;
  /** Something narrows the list: then the map shows what was found, else what begins in its view. */
  readonly narrowed: boolean;
  /** The middle of the chosen city. */
  readonly center: LatLng | undefined;
}

const outwards = (value: number, up: boolean): number =>
  (up ? Math.ceil(value * 200) : Math.floor(value * 200)) / 200;

/** Outwards to a grid of some 300 m: small moves of the map ask nothing new. */
const onGrid = ({ south, west, north, east }: Bounds): Bounds => ({
  south: Math.max(-90, outwards(south, false)),
  west: Math.max(-180, outwards(west, false)),
  north: Math.min(90, outwards(north, true)),
  east: Math.min(180, outwards(east, true)),
});

const nowhere: Bounds = { south: 0, west: 0, north: 0, east: 0 };

const within = ({ lat, lng }: LatLng, { south, west, north, east }: Bounds): boolean =>
  lat >= south && lat <= north && lng >= west && lng <= east;

/** The catalogue as a map, with the quests in view below it. */
export function FoundMap({ filters, near, narrowed, center }: FoundMapProps): ReactNode {
  const t = useText(catalogueTexts);
  const money = useMoney();
  const [view, setView] = useState<Bounds | null>(null);
  const [selected, setSelected] = useState<string | undefined>();
  const inView = useCall(
    questsOnMap,
    { query: onGrid(view ?? nowhere) },
    { enabled: !narrowed && view !== null, keepPrevious: true },
  );
  const found = useCall(
    listQuests,
    { query: { ...queryOf(filters, near), limit: 100 } },
    { enabled: narrowed, keepPrevious: true },
  );
  const quests = useMemo(
    () =>
      narrowed
        ? (found.data?.items ?? []).flatMap(({ id, title, price, start }) =>
            start === null ? [] : [{ id, title, price, start }],
          )
        : (inView.data?.items ?? []),
    [narrowed, found.data, inView.data],
  );
  const markers = useMemo(
    () =>
      quests.map(({ id, title, price, start }): MapMarker => {
        const text = money(price);
        return { id, place: start, label: t('map_pin', { title, price: text }), text };
      }),
    [quests, money, t],
  );
  const shown = view === null ? quests : quests.filter(({ start }) => within(start, view));
  const chosen = quests.find(({ id }) => id === selected);
  return (
    <Stack spacing={2}>
      <Box sx={{ position: 'relative' }}>
        <QuestMap
          key={`${filters.city} ${near === null ? '' : 'near'}`}
          clustered
          label={t('map_label')}
          markers={markers}
          fit={narrowed && near === null}
          position={near}
          {...(near !== null ? { center: near, zoom: 13 } : center === undefined ? {} : { center })}
          selected={selected}
          onSelect={(id) => setSelected(id === selected ? undefined : id)}
          onView={setView}
          sx={{ height: { xs: '58dvh', md: '64dvh' } }}
        />
        {chosen === undefined ? null : (
          <Card
            sx={{
              position: 'absolute',
              left: 12,
              right: 64,
              bottom: 12,
              maxWidth: 420,
              p: 1.5,
              zIndex: 5,
              display: 'flex',
              gap: 1.5,
              alignItems: 'center',
            }}
          >
            <Box sx={{ flexGrow: 1, minWidth: 0 }}>
              <Typography sx={{ fontWeight: 600 }}>{chosen.title}</Typography>
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                <Price price={chosen.price} />
              </Typography>
            </Box>
            <Button component={Link} to={`/quests/${chosen.id}`} variant="contained">
              {t('open')}
            </Button>
          </Card>
        )}
      </Box>
      <Box component="section" aria-label={t('in_view')} aria-live="polite">
        <Typography variant="h2" sx={{ mb: 1 }}>
          {t('in_view')}
        </Typography>
        {shown.length === 0 ? (
          <Typography sx={{ color: 'text.secondary' }}>{t('in_view_none')}</Typography>
        ) : (
          <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
            {shown.slice(0, 50).map(({ id, title, price }) => (
              <Box
                component="li"
                key={id}
                sx={{
                  display: 'flex',
                  justifyContent: 'space-between',
                  alignItems: 'center',
                  gap: 2,
                  minHeight: 48,
                  borderBottom: 1,
                  borderColor: 'divider',
                }}
              >
                <Box
                  component={Link}
                  to={`/quests/${id}`}
                  sx={{ color: 'text.primary', fontWeight: 560, py: 1.25, overflowWrap: 'anywhere' }}
                >
                  {title}
                </Box>
                <Box component="span" sx={{ whiteSpace: 'nowrap', color: 'text.secondary' }}>
                  <Price price={price} />
                </Box>
              </Box>
            ))}
          </Box>
        )}
      </Box>
    </Stack>
  );
}
