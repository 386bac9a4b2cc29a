import { Box, FormControlLabel, FormHelperText, Slider, Switch, Typography } from '@mui/material';
import { type ReactNode, useId } from 'react';
import { useText } from '#platform/web';
import type { Point } from '../../../contract/index.ts';
import { studioTexts } from '../texts.ts';

interface PlaceFieldsProps {
  readonly settings: Point['place_settings'];
  readonly onChange: (settings: Point['place_settings']) => void;
}

function Choice(props: {
  readonly label: string;
  readonly help: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}): ReactNode {
  const helpId = useId();
  return (
    <div>
      <FormControlLabel
        label={props.label}
        control={
          <Switch
            checked={props.checked}
            onChange={(_event, checked) => props.onChange(checked)}
            slotProps={{ input: { 'aria-describedby': helpId } }}
          />
        }
      />
      <FormHelperText id={helpId} sx={{ mt: 0 }}>
        {props.help}
      </FormHelperText>
    </div>
  );
}

/** How near is near enough, whether the place is shown, and how sure one must be. */
export function PlaceFields({ settings, onChange }: PlaceFieldsProps): ReactNode {
  const t = useText(studioTexts);
  const radiusId = useId();
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <div>
        <Typography id={radiusId} variant="body2" sx={{ fontWeight: 560 }}>
          {t('place.radius', { metres: settings.radius })}
        </Typography>
        <Box sx={{ px: 1 }}>
          <Slider
            aria-labelledby={radiusId}
            min={15}
            max={500}
            step={5}
            value={settings.radius}
            onChange={(_event, radius) => onChange({ ...settings, radius })}
          />
        </Box>
        <FormHelperText sx={{ mt: 0 }}>{t('place.radius_help')}</FormHelperText>
      </div>
      <Choice
        label={t('place.hidden')}
        help={t('place.hidden_help')}
        checked={settings.hidden}
        onChange={(hidden) => onChange({ ...settings, hidden })}
      />
      <Choice
        label={t('place.strict')}
        help={t('place.strict_help')}
        checked={settings.strict}
        onChange={(strict) => onChange({ ...settings, strict })}
      />
    </Box>
  );
}
