import { Box, MenuItem, Slider, TextField, Typography } from '@mui/material';
import { type ReactNode, useId } from 'react';
import { useText } from '#platform/web';
import { useDifficultyName } from '../../pieces/index.ts';
import { useField } from '../draft/desk-context.ts';
import { studioTexts } from '../texts.ts';
import { LongText } from './long-text.tsx';
import { NumberField } from './number-field.tsx';
import { Section } from './section.tsx';

const currencies = ['RUB', 'USD', 'EUR'] as const;

function PriceField(): ReactNode {
  const t = useText(studioTexts);
  const [price, setPrice] = useField('price');
  return (
    <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'minmax(0, 1fr) 104px' }}>
      <NumberField
        label={t('field.price')}
        value={price.amount / 100}
        min={0}
        max={1_000_000}
        whole={false}
        help={t('field.price_help')}
        onChange={(value) => setPrice({ ...price, amount: Math.round((value ?? Number.NaN) * 100) })}
      />
      <TextField
        select
        label={t('field.currency')}
        value={price.currency}
        onChange={({ target }) => {
          const currency = currencies.find((one) => one === target.value);
          if (currency !== undefined) setPrice({ ...price, currency });
        }}
      >
        {currencies.map((currency) => (
          <MenuItem key={currency} value={currency}>
            {currency}
          </MenuItem>
        ))}
      </TextField>
    </Box>
  );
}

function DifficultyField(): ReactNode {
  const t = useText(studioTexts);
  const nameOf = useDifficultyName();
  const labelId = useId();
  const [difficulty, setDifficulty] = useField('difficulty');
  return (
    <div>
      <Typography id={labelId} variant="body2" sx={{ fontWeight: 560 }}>
        {t('field.difficulty')}: {nameOf(difficulty)}
      </Typography>
      <Box sx={{ px: 1 }}>
        <Slider
          aria-labelledby={labelId}
          min={1}
          max={5}
          step={1}
          marks
          value={difficulty}
          getAriaValueText={nameOf}
          onChange={(_event, value) => setDifficulty(value)}
        />
      </Box>
    </div>
  );
}

/** What it takes and costs. */
export function ConditionFields(): ReactNode {
  const t = useText(studioTexts);
  const [minutes, setMinutes] = useField('duration_minutes');
  const [age, setAge] = useField('age_from');
  const [accessibility, setAccessibility] = useField('accessibility');
  const [hours, setHours] = useField('opening_hours');
  return (
    <Section title={t('description.conditions')}>
      <Box
        sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: 'repeat(2, minmax(0, 1fr))' } }}
      >
        <PriceField />
        <NumberField
          label={t('field.duration')}
          value={minutes}
          min={5}
          max={1_440}
          unit={t('unit.minutes')}
          onChange={(value) => setMinutes(value ?? Number.NaN)}
        />
        <DifficultyField />
        <NumberField
          label={t('field.age')}
          value={age}
          min={0}
          max={21}
          required={false}
          help={t('field.age_help')}
          onChange={setAge}
        />
      </Box>
      <LongText
        label={t('field.opening_hours')}
        value={hours}
        onChange={setHours}
        most={500}
        rows={2}
        help={t('field.opening_hours_help')}
      />
      <LongText
        label={t('field.accessibility')}
        value={accessibility}
        onChange={setAccessibility}
        most={1_000}
        rows={2}
        help={t('field.accessibility_help')}
      />
    </Section>
  );
}
