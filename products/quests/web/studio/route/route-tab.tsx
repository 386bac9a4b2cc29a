import PlaceOutlined from '@mui/icons-material/PlaceOutlined';
import { Box, Stack } from '@mui/material';
import { type ReactNode, useMemo, useState } from 'react';
import { EmptyState, useText } from '#platform/web';
import { useWork } from '../draft/desk-context.ts';
import { heldBack } from '../draft/work.rules.ts';
import { usePlace } from '../editor/use-place.ts';
import { PointEditor } from '../point/point-editor.tsx';
import { studioTexts } from '../texts.ts';
import { OrderModeField } from './order-mode-field.tsx';
import { PointList } from './point-list.tsx';
import { RouteMap } from './route-map.tsx';
import { SelectedPoint } from './selected-point.tsx';

/** The points of the quest: on the map, in their order, and one of them from within. */
export function RouteTab(): ReactNode {
  const t = useText(studioTexts);
  const work = useWork();
  const { pointId, go } = usePlace();
  const [selectedId, setSelectedId] = useState<string | undefined>();
  const held = useMemo(() => heldBack(work).pointIds, [work]);
  const { points } = work;
  const open = points.find(({ id }) => id === pointId);
  if (open !== undefined) return <PointEditor key={open.id} point={open} />;
  const selected = points.find(({ id }) => id === selectedId);
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 3,
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 3fr) minmax(0, 2fr)' },
        alignItems: 'start',
      }}
    >
      <Stack spacing={2}>
        <RouteMap points={points} heldBack={held} selected={selected?.id} onSelect={setSelectedId} />
        {selected === undefined ? null : (
          <SelectedPoint point={selected} onEdit={() => go('route', selected.id)} />
        )}
      </Stack>
      <Stack spacing={3}>
        <OrderModeField />
        {points.length === 0 ? (
          <EmptyState icon={PlaceOutlined} title={t('route.empty')} hint={t('route.empty_help')} />
        ) : (
          <PointList
            points={points}
            heldBack={held}
            selected={selected?.id}
            onSelect={setSelectedId}
            onEdit={(id) => go('route', id)}
          />
        )}
      </Stack>
    </Box>
  );
}
