import MapOutlined from '@mui/icons-material/MapOutlined';
import MyLocationRounded from '@mui/icons-material/MyLocationRounded';
import TuneRounded from '@mui/icons-material/TuneRounded';
import ViewAgendaOutlined from '@mui/icons-material/ViewAgendaOutlined';
import { Button, MenuItem, Stack, TextField, ToggleButton, ToggleButtonGroup } from '@mui/material';
import type { ReactNode } from 'react';
import { useLanguage, useText } from '#platform/web';
import { lengthText } from '../../pieces/index.ts';
import { catalogueTexts } from '../texts.ts';
import { activeFilters, distanceSteps, type Filters, sorts } from './filters.rules.ts';
import type { PersonLocation } from './use-location.ts';

interface OrderAndViewProps {
  readonly filters: Filters;
  readonly location: PersonLocation;
  readonly onChange: (changes: Partial<Filters>) => void;
  /** Given on phones: opens the sheet of filters. */
  readonly onOpenFilters?: (() => void) | undefined;
}

/** The row under the search field: filters (phones), near me, order, list or map. */
export function OrderAndView(props: OrderAndViewProps): ReactNode {
  const { filters, location, onChange, onOpenFilters } = props;
  const t = useText(catalogueTexts);
  const language = useLanguage();
  const { near } = location;
  const number = activeFilters(filters).length;
  const order = filters.sort === 'distance' && near === null ? null : filters.sort;
  const offered = sorts.filter((sort) => sort !== 'distance' || near !== null);
  return (
    <Stack
      direction="row"
      useFlexGap
      sx={{ flexWrap: 'wrap', columnGap: 1, rowGap: 1.5, alignItems: 'center' }}
    >
      {onOpenFilters === undefined ? null : (
        <Button
          variant="outlined"
          color="inherit"
          startIcon={<TuneRounded fontSize="small" />}
          onClick={onOpenFilters}
          aria-haspopup="dialog"
        >
          {number === 0 ? t('filters') : t('filters_count', { number })}
        </Button>
      )}
      {near === null ? (
        <Button
          variant="outlined"
          color="inherit"
          startIcon={<MyLocationRounded fontSize="small" />}
          loading={location.isLocating}
          loadingPosition="start"
          onClick={location.locate}
        >
          {location.isLocating ? t('locating') : t('near_me')}
        </Button>
      ) : (
        <TextField
          select
          size="small"
          label={t('near_me')}
          value={String(near.within ?? '')}
          onChange={({ target }) => location.setWithin(target.value === '' ? null : Number(target.value))}
          slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
          sx={{ minWidth: 150 }}
        >
          <MenuItem value="">{t('any_distance')}</MenuItem>
          {distanceSteps.map((metres) => (
            <MenuItem key={metres} value={String(metres)}>
              {t('within', { distance: lengthText(metres, language) })}
            </MenuItem>
          ))}
        </TextField>
      )}
      <TextField
        select
        size="small"
        label={t('sort')}
        value={order ?? ''}
        onChange={({ target }) => onChange({ sort: sorts.find((sort) => sort === target.value) ?? null })}
        slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
        sx={{ width: { xs: 150, sm: 'auto' }, minWidth: { sm: 190 }, flexGrow: { xs: 1, sm: 0 } }}
      >
        <MenuItem value="">{filters.q === '' ? t('sort_by.popular') : t('sort_by.best')}</MenuItem>
        {offered
          .filter((sort) => filters.q !== '' || sort !== 'popular')
          .map((sort) => (
            <MenuItem key={sort} value={sort}>
              {t(`sort_by.${sort}`)}
            </MenuItem>
          ))}
      </TextField>
      <ToggleButtonGroup
        exclusive
        size="small"
        value={filters.view}
        aria-label={t('view')}
        onChange={(_event, view: unknown) => {
          if (view === 'list' || view === 'map') onChange({ view });
        }}
        sx={{ ml: { sm: 'auto' }, height: 40 }}
      >
        <ToggleButton
          value="list"
          sx={{ px: { xs: 1, sm: 1.5 }, gap: 0.75, textTransform: 'none', color: 'text.primary' }}
        >
          <ViewAgendaOutlined fontSize="small" aria-hidden /> {t('as_list')}
        </ToggleButton>
        <ToggleButton
          value="map"
          sx={{ px: { xs: 1, sm: 1.5 }, gap: 0.75, textTransform: 'none', color: 'text.primary' }}
        >
          <MapOutlined fontSize="small" aria-hidden /> {t('as_map')}
        </ToggleButton>
      </ToggleButtonGroup>
    </Stack>
  );
}
