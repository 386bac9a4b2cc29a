import { Box, FormControlLabel, FormHelperText, Slider, Switch, TextField, Typography } from '@mui/material';
import { type ReactNode, useId } from 'react';
import { useLanguage, useText } from '#platform/web';
import type { RoleDefinition } from '../../../contract/index.ts';
import { rolesTexts } from '../texts.ts';

type Model = RoleDefinition['model'];

export interface ModelFieldsProps {
  readonly model: Model;
  readonly remembers: boolean;
  readonly disabled: boolean;
  readonly onModel: (model: Model) => void;
  readonly onRemembers: (remembers: boolean) => void;
}

const usual = 0.3;

/** How free the model is, how long it may answer, and whether it remembers. */
export function ModelFields({
  model,
  remembers,
  disabled,
  onModel,
  onRemembers,
}: ModelFieldsProps): ReactNode {
  const t = useText(rolesTexts);
  const number = new Intl.NumberFormat(useLanguage(), { maximumFractionDigits: 1 });
  const sliderId = useId();
  const temperature = model.temperature ?? usual;
  return (
    <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
      <Box>
        <Typography id={sliderId} variant="body2">
          {t('field.temperature', { value: number.format(temperature) })}
        </Typography>
        <Box sx={{ px: 1.25, maxWidth: 420 }}>
          <Slider
            aria-labelledby={sliderId}
            min={0}
            max={2}
            step={0.1}
            value={temperature}
            disabled={disabled}
            onChange={(_event, value) => {
              if (typeof value === 'number') onModel({ ...model, temperature: value });
            }}
          />
        </Box>
        <FormHelperText>{t('field.temperature_help')}</FormHelperText>
      </Box>
      <TextField
        size="small"
        type="number"
        label={t('field.max_tokens')}
        helperText={t('field.max_tokens_help')}
        value={model.max_output_tokens ?? ''}
        error={
          model.max_output_tokens !== undefined &&
          (model.max_output_tokens < 64 || model.max_output_tokens > 16_000)
        }
        disabled={disabled}
        onChange={({ target }) => {
          const { max_output_tokens: _before, ...rest } = model;
          const value = Number(target.value);
          onModel(
            target.value === '' || !Number.isInteger(value) ? rest : { ...rest, max_output_tokens: value },
          );
        }}
        slotProps={{ htmlInput: { min: 64, max: 16_000, step: 1 } }}
        sx={{ maxWidth: 320 }}
      />
      <Box>
        <FormControlLabel
          label={t('field.remembers')}
          disabled={disabled}
          control={<Switch checked={remembers} onChange={({ target }) => onRemembers(target.checked)} />}
        />
        <FormHelperText>{t('field.remembers_help')}</FormHelperText>
      </Box>
    </Box>
  );
}
