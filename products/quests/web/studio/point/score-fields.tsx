import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import type { Point } from '../../../contract/index.ts';
import { NumberField } from '../description/number-field.tsx';
import { Section } from '../description/section.tsx';
import { studioTexts } from '../texts.ts';

interface ScoreFieldsProps {
  readonly point: Point;
  readonly onChange: (part: Partial<Point>) => void;
}

const most = { score: 10_000, wrong_penalty: 1_000, skip_penalty: 10_000 } as const;
const figures = ['score', 'wrong_penalty', 'skip_penalty'] as const;

/** What the point is worth, what mistakes cost, and when "I am here" is believed. */
export function ScoreFields({ point, onChange }: ScoreFieldsProps): ReactNode {
  const t = useText(studioTexts);
  return (
    <Section title={t('score.title')}>
      <Box sx={{ display: 'grid', gap: 2 }}>
        {figures.map((name) => (
          <NumberField
            key={name}
            label={t(`score.${name}`)}
            value={point[name]}
            min={0}
            max={most[name]}
            onChange={(value) => onChange({ [name]: value ?? Number.NaN })}
          />
        ))}
        <NumberField
          label={t('score.here_after')}
          value={point.here_after_minutes}
          min={1}
          max={60}
          unit={t('unit.minutes')}
          help={t('score.here_after_help')}
          onChange={(value) => onChange({ here_after_minutes: value ?? Number.NaN })}
        />
      </Box>
    </Section>
  );
}
