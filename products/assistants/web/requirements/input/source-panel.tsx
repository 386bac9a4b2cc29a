import { Alert, Box, Button, Stack, TextField, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { ErrorNotice, useNotice, useText } from '#platform/web';
import { largestDocument } from '../../../contract/index.ts';
import { FileButton } from '../../pieces/file-button.tsx';
import { ProgressBar } from '../../pieces/progress-bar.tsx';
import { useFileDrop } from '../../pieces/use-file-drop.ts';
import { exampleText } from '../example.ts';
import { useRequirementsRefusals } from '../refusals.ts';
import { requirementsTexts } from '../texts.ts';
import type { AnalysisControl, Source } from '../use-analysis.ts';
import type { Options } from './options.rules.ts';
import { OptionsPanel } from './options-panel.tsx';

const longest = 1_000_000;
const size = largestDocument / 1_024 / 1_024;
const readable = /\.(?:docx|pdf|xlsx|md|markdown|html?|txt)$/i;

export interface SourcePanelProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly options: Options;
  readonly onOptions: (options: Options) => void;
  readonly control: AnalysisControl;
  readonly onRun: (source: Source) => void;
}

/** Where requirements come from: a text in the field, or a file chosen or dropped. */
export function SourcePanel(props: SourcePanelProps): ReactNode {
  const { text, onText, options, onOptions, control, onRun } = props;
  const t = useText(requirementsTexts);
  const notify = useNotice();
  const refusals = useRequirementsRefusals(control.error);
  const isEmpty = text.trim() === '';
  const isLong = text.length > longest;
  const isRunning = control.sent !== null;
  const take = (file: File | undefined): void => {
    if (file === undefined) return;
    if (!readable.test(file.name)) notify.error(t('input.wrong_kind'));
    else if (file.size > largestDocument) notify.error(t('input.too_large', { size }));
    else onRun({ kind: 'file', file });
  };
  const { isOver, handlers } = useFileDrop(([file]) => take(file));
  return (
    <Stack spacing={1.5} {...handlers}>
      <Box sx={{ position: 'relative' }}>
        <TextField
          fullWidth
          multiline
          minRows={8}
          maxRows={18}
          label={t('input.label')}
          placeholder={t('input.placeholder')}
          value={text}
          error={isLong}
          helperText={isLong ? t('input.too_long') : undefined}
          onChange={({ target }) => onText(target.value)}
          slotProps={{ inputLabel: { shrink: true } }}
        />
        {isOver ? (
          <Box
            sx={{
              position: 'absolute',
              inset: 0,
              display: 'grid',
              placeItems: 'center',
              border: 2,
              borderStyle: 'dashed',
              borderColor: 'primary.main',
              borderRadius: '12px',
              bgcolor: 'background.paper',
              opacity: 0.94,
              pointerEvents: 'none',
            }}
          >
            {t('input.drop')}
          </Box>
        ) : null}
      </Box>
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
        <Button
          variant="contained"
          disabled={isEmpty || isLong}
          loading={isRunning}
          onClick={() => onRun({ kind: 'text', text })}
        >
          {t('input.analyse')}
        </Button>
        <FileButton
          label={t('input.file')}
          accept=".docx,.pdf,.xlsx,.md,.markdown,.html,.htm,.txt"
          disabled={isRunning}
          onFile={take}
        />
        {isEmpty ? (
          <Button
            color="inherit"
            disabled={isRunning}
            onClick={() => {
              onText(exampleText);
              onRun({ kind: 'text', text: exampleText });
            }}
          >
            {t('input.example')}
          </Button>
        ) : null}
      </Stack>
      {control.sent === null ? null : (
        <Box role="status">
          <Typography variant="body2" sx={{ color: 'text.secondary', mb: 0.5 }}>
            {control.sent < 1
              ? t('input.sending', { percent: Math.round(control.sent * 100) })
              : t('input.reading')}
          </Typography>
          <ProgressBar label={t('input.reading')} share={control.sent < 1 ? control.sent : null} />
        </Box>
      )}
      <ErrorNotice error={control.error} refusals={refusals} />
      <OptionsPanel options={options} onChange={onOptions} />
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {`${t('input.limit', { size })} ${t('privacy')}`}
      </Typography>
    </Stack>
  );
}

/** Says that the results belong to an older text. */
export function StaleNotice(): ReactNode {
  const t = useText(requirementsTexts);
  return <Alert severity="info">{t('input.stale')}</Alert>;
}
