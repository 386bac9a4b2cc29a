import { ToggleButton, ToggleButtonGroup } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import { usageTexts } from './texts.ts';
import { type Measure, measures } from './usage.rules.ts';

export interface MeasureSwitchProps {
  readonly measure: Measure;
  readonly onChange: (measure: Measure) => void;
}

/** What figures are compared by. */
export function MeasureSwitch({ measure, onChange }: MeasureSwitchProps): ReactNode {
  const t = useText(usageTexts);
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      value={measure}
      aria-label={t('measure.label')}
      onChange={(_event, next: Measure | null) => {
        if (next !== null) onChange(next);
      }}
    >
      {measures.map((each) => (
        <ToggleButton key={each} value={each} sx={{ minHeight: 40, px: 1.5 }}>
          {t(`measure.${each}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
