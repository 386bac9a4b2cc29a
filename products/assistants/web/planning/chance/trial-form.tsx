import CasinoOutlined from '@mui/icons-material/CasinoOutlined';
import PlayArrowRounded from '@mui/icons-material/PlayArrowRounded';
import { Box, Button, IconButton, InputAdornment, MenuItem, TextField, Tooltip } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useLanguage, useText } from '#platform/web';
import { numberOf } from '../sheet/cells.rules.ts';
import { planningTexts } from '../texts.ts';
import type { Trial } from './use-simulation.ts';

export interface TrialFormProps {
  readonly isRunning: boolean;
  /** Why it cannot be run now, if so. */
  readonly blocked: boolean;
  readonly onRun: (trial: Trial) => void;
}

const amounts = [1_000, 5_000, 10_000, 50_000, 100_000] as const;
const correlations = [0, 0.2, 0.4, 0.6, 0.8] as const;
const mostSeed = 2_147_483_647;

/** How often the plan is run, and from which seed: the same seed gives the same answer. */
export function TrialForm({ isRunning, blocked, onRun }: TrialFormProps): ReactNode {
  const t = useText(planningTexts);
  const number = new Intl.NumberFormat(useLanguage());
  const [runs, setRuns] = useState(10_000);
  const [seed, setSeed] = useState('1');
  const [correlation, setCorrelation] = useState(0);
  const value = numberOf(seed) ?? Number.NaN;
  const wrong = !(Number.isInteger(value) && value >= 0 && value <= mostSeed);
  return (
    <Box
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!wrong && !blocked) onRun({ runs, seed: value, correlation });
      }}
      sx={{
        display: 'grid',
        gap: 1.5,
        alignItems: 'start',
        gridTemplateColumns: { xs: '1fr 1fr', md: '150px 170px 220px auto 1fr' },
      }}
    >
      <TextField
        select
        size="small"
        label={t('chance.runs')}
        value={runs}
        onChange={({ target }) => setRuns(Number(target.value))}
      >
        {amounts.map((amount) => (
          <MenuItem key={amount} value={amount}>
            {number.format(amount)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        size="small"
        label={t('chance.seed')}
        value={seed}
        error={wrong}
        helperText={wrong ? t('chance.seed_wrong', { most: number.format(mostSeed) }) : undefined}
        onChange={({ target }) => setSeed(target.value)}
        slotProps={{
          htmlInput: { inputMode: 'numeric', maxLength: 10 },
          input: {
            endAdornment: (
              <InputAdornment position="end">
                <Tooltip title={t('chance.other_seed')}>
                  <IconButton
                    edge="end"
                    size="small"
                    aria-label={t('chance.other_seed')}
                    onClick={() => setSeed(String(Math.floor(Math.random() * 1_000_000)))}
                  >
                    <CasinoOutlined fontSize="small" />
                  </IconButton>
                </Tooltip>
              </InputAdornment>
            ),
          },
        }}
      />
      <TextField
        select
        size="small"
        label={t('chance.correlation')}
        value={correlation}
        onChange={({ target }) => setCorrelation(Number(target.value))}
      >
        {correlations.map((each) => (
          <MenuItem key={each} value={each}>
            {each === 0 ? t('chance.independent') : number.format(each)}
          </MenuItem>
        ))}
      </TextField>
      <Button
        type="submit"
        variant="contained"
        startIcon={<PlayArrowRounded />}
        disabled={wrong || blocked}
        loading={isRunning}
      >
        {t('chance.run')}
      </Button>
    </Box>
  );
}
