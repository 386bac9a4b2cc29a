import { Alert, Box, Button, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { ErrorNotice, useSend, useText } from '#platform/web';
import { traceRequirements } from '../../../contract/index.ts';
import { exampleTests, exampleText } from '../example.ts';
import { useRequirementsRefusals } from '../refusals.ts';
import { requirementsTexts } from '../texts.ts';
import type { Analysed } from '../use-analysis.ts';
import {
  linesOfObjects,
  mostTargets,
  repeatedIds,
  type Target,
  targetsOf,
  textOfRequirements,
} from './targets.rules.ts';
import { TraceResult } from './trace-result.tsx';

const thresholds = { strict: 0.5, usual: 0.35, loose: 0.2 } as const;
type Threshold = keyof typeof thresholds;
const isThreshold = (value: string): value is Threshold => Object.hasOwn(thresholds, value);

export interface TraceLines {
  readonly tests: string;
  readonly design: string;
}

export interface TracePanelProps {
  readonly analysed: Analysed;
  readonly lines: TraceLines;
  readonly onLines: (lines: TraceLines) => void;
  readonly onShow: (id: string) => void;
}

/** Which tests and design elements answer which requirement. */
export function TracePanel({ analysed, lines, onLines, onShow }: TracePanelProps): ReactNode {
  const t = useText(requirementsTexts);
  const { mutate, data, error, isPending } = useSend(traceRequirements);
  const refusals = useRequirementsRefusals(error);
  const [threshold, setThreshold] = useState<Threshold>('usual');
  const [sent, setSent] = useState<readonly Target[]>([]);
  const { source, options, analysis } = analysed;
  const targets = [...targetsOf(lines.tests, 'test'), ...targetsOf(lines.design, 'design')];
  const repeated = repeatedIds(targets);
  const fault =
    targets.length > mostTargets
      ? t('trace.too_many', { max: mostTargets })
      : repeated.length > 0
        ? t('trace.repeated', { ids: repeated.slice(0, 5).join(', ') })
        : null;

  const run = (): void => {
    setSent(targets);
    const text = source.kind === 'text' ? source.text : textOfRequirements(analysis.requirements);
    const together = source.kind === 'file' || options.keepTogether;
    mutate({
      body: {
        text: text.slice(0, 1_000_000),
        targets: [...targets],
        threshold: thresholds[threshold],
        ...(together ? { keep_together: true } : {}),
      },
    });
  };

  return (
    <Stack spacing={2}>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('trace.hint')}
        {source.kind === 'file' ? ` ${t('trace.of_file')}` : ''}
      </Typography>
      <Box
        sx={{
          display: 'grid',
          gap: 1.5,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' },
        }}
      >
        <TextField
          multiline
          minRows={4}
          maxRows={10}
          label={t('trace.tests')}
          helperText={t('trace.tests_help')}
          value={lines.tests}
          onChange={({ target }) => onLines({ ...lines, tests: target.value })}
        />
        <TextField
          multiline
          minRows={4}
          maxRows={10}
          label={t('trace.design')}
          helperText={t('trace.design_help')}
          value={lines.design}
          onChange={({ target }) => onLines({ ...lines, design: target.value })}
        />
      </Box>
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
        <Button
          variant="contained"
          loading={isPending}
          disabled={targets.length === 0 || fault !== null}
          onClick={run}
        >
          {t('trace.run')}
        </Button>
        <TextField
          select
          size="small"
          label={t('trace.threshold')}
          value={threshold}
          onChange={({ target }) => {
            if (isThreshold(target.value)) setThreshold(target.value);
          }}
          sx={{ minWidth: 220 }}
        >
          {(['strict', 'usual', 'loose'] as const).map((name) => (
            <MenuItem key={name} value={name}>
              {t(`trace.${name}`)}
            </MenuItem>
          ))}
        </TextField>
        {analysis.objects.length > 0 && lines.design.trim() === '' ? (
          <Button
            color="inherit"
            onClick={() => onLines({ ...lines, design: linesOfObjects(analysis.objects) })}
          >
            {t('trace.take_objects')}
          </Button>
        ) : null}
        {source.kind === 'text' && source.text === exampleText && lines.tests.trim() === '' ? (
          <Button color="inherit" onClick={() => onLines({ ...lines, tests: exampleTests })}>
            {t('trace.example')}
          </Button>
        ) : null}
      </Stack>
      {fault === null ? null : <Alert severity="warning">{fault}</Alert>}
      <ErrorNotice error={error} refusals={refusals} onRetry={run} />
      {data === undefined ? null : <TraceResult traced={data} targets={sent} onShow={onShow} />}
    </Stack>
  );
}
