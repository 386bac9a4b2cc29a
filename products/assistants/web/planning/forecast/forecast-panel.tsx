import { Box, Button, Stack, TextField, Tooltip, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useSend, useText } from '#platform/web';
import { forecastThroughput } from '../../../contract/index.ts';
import { localDay } from '../plan/example.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { planningTexts } from '../texts.ts';
import { usePlanFormats } from '../use-formats.ts';
import { countsOf } from './counts.rules.ts';
import { ForecastAnswer } from './forecast-answer.tsx';

const example = '6 4 7 3 5 8 2 6 5 4 7 5';

/** Weeks of the past as columns. */
function History({ counts }: { readonly counts: readonly number[] }): ReactNode {
  const shown = counts.slice(-60);
  const most = Math.max(1, ...shown);
  const keyed = shown.map((count, place) => ({ count, key: `week-${place}` }));
  return (
    <Box
      aria-hidden
      sx={{ display: 'flex', alignItems: 'flex-end', gap: '3px', height: 72, overflow: 'hidden' }}
    >
      {keyed.map(({ key, count }) => (
        <Tooltip key={key} title={count}>
          <Box
            sx={{
              flex: '1 1 0',
              maxWidth: 28,
              minWidth: 3,
              height: `${Math.max(3, (count / most) * 100)}%`,
              borderRadius: '3px 3px 0 0',
              bgcolor: count === 0 ? 'divider' : 'primary.main',
              opacity: 0.85,
            }}
          />
        </Tooltip>
      ))}
    </Box>
  );
}

/** A forecast from how many items were finished week by week, without estimates. */
export function ForecastPanel(): ReactNode {
  const t = useText(planningTexts);
  const formats = usePlanFormats();
  const [history, setHistory] = useState('');
  const [added, setAdded] = useState('');
  const [start, setStart] = useState(() => localDay(new Date()));
  const [items, setItems] = useState('30');
  const [by, setBy] = useState('');
  const send = useSend(forecastThroughput);
  const past = countsOf(history);
  const grown = countsOf(added);
  const left = items.trim() === '' ? undefined : (countsOf(items)?.[0] ?? Number.NaN);
  const ready =
    past !== null &&
    past.length > 0 &&
    grown !== null &&
    !Number.isNaN(left) &&
    start !== '' &&
    (left !== undefined || by !== '');
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 3,
        alignItems: 'start',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) minmax(0, 1fr)' },
      }}
    >
      <Stack
        component="form"
        spacing={2}
        onSubmit={(event) => {
          event.preventDefault();
          if (!ready) return;
          send.mutate({
            body: {
              history: [...past],
              start,
              ...(grown.length === 0 ? {} : { added: [...grown] }),
              ...(left === undefined ? {} : { items: left }),
              ...(by === '' ? {} : { by }),
            },
          });
        }}
      >
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('forecast.help')}
        </Typography>
        <TextField
          required
          multiline
          minRows={2}
          maxRows={6}
          label={t('forecast.history')}
          placeholder={example}
          value={history}
          error={past === null}
          helperText={past === null ? t('forecast.wrong') : t('forecast.history_help')}
          onChange={({ target }) => setHistory(target.value)}
          slotProps={{ htmlInput: { maxLength: 20_000, inputMode: 'numeric' }, inputLabel: { shrink: true } }}
        />
        {past === null || past.length === 0 ? (
          <Box>
            <Button size="small" color="inherit" variant="outlined" onClick={() => setHistory(example)}>
              {t('forecast.example')}
            </Button>
          </Box>
        ) : (
          <History counts={past} />
        )}
        <TextField
          label={t('forecast.added')}
          value={added}
          error={grown === null}
          helperText={grown === null ? t('forecast.wrong') : t('forecast.added_help')}
          onChange={({ target }) => setAdded(target.value)}
          slotProps={{ htmlInput: { maxLength: 20_000, inputMode: 'numeric' } }}
        />
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr 1fr', sm: 'repeat(3, 1fr)' } }}>
          <TextField
            label={t('forecast.items')}
            value={items}
            error={Number.isNaN(left)}
            onChange={({ target }) => setItems(target.value)}
            slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 7 } }}
          />
          <TextField
            required
            type="date"
            label={t('forecast.start')}
            value={start}
            onChange={({ target }) => setStart(target.value)}
            slotProps={{ inputLabel: { shrink: true } }}
          />
          <TextField
            type="date"
            label={t('forecast.by')}
            value={by}
            onChange={({ target }) => setBy(target.value)}
            slotProps={{ inputLabel: { shrink: true } }}
          />
        </Box>
        <Box>
          <Button type="submit" variant="contained" disabled={!ready} loading={send.isPending}>
            {t('forecast.run')}
          </Button>
        </Box>
        <ProblemNotice error={send.error} />
      </Stack>
      {send.data === undefined ? null : <ForecastAnswer result={send.data} formats={formats} />}
    </Box>
  );
}
