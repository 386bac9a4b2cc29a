import { Button, Card, CardContent, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import type { Point } from '../../../contract/index.ts';
import { usePointsChange } from '../draft/desk-context.ts';
import { withPoint } from '../draft/points.rules.ts';
import { studioTexts } from '../texts.ts';
import { PlaceFields } from './place-fields.tsx';

/** The place of the chosen point, beside the map that shows it. */
export function SelectedPoint({
  point,
  onEdit,
}: {
  readonly point: Point;
  readonly onEdit: () => void;
}): ReactNode {
  const t = useText(studioTexts);
  const change = usePointsChange();
  return (
    <Card>
      <CardContent sx={{ display: 'grid', gap: 2 }}>
        <Stack direction="row" spacing={1} sx={{ justifyContent: 'space-between', alignItems: 'center' }}>
          <Typography variant="h3" component="h2" noWrap>
            {point.title}
          </Typography>
          <Button variant="outlined" size="small" onClick={onEdit} sx={{ flexShrink: 0 }}>
            {t('route.open_point')}
          </Button>
        </Stack>
        <PlaceFields
          settings={point.place_settings}
          onChange={(place_settings) => change((points) => withPoint(points, { ...point, place_settings }))}
        />
      </CardContent>
    </Card>
  );
}
