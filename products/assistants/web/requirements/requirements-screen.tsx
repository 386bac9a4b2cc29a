import ChecklistOutlined from '@mui/icons-material/ChecklistOutlined';
import { Box, Button, Stack, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { EmptyState, Page, useText } from '#platform/web';
import { noOptions } from './input/options.rules.ts';
import { SourcePanel } from './input/source-panel.tsx';
import { Results } from './results.tsx';
import { requirementsTexts } from './texts.ts';
import { type Source, useAnalysis } from './use-analysis.ts';

/** Requirements of a text or a file: each of them, all together, and what follows from them. */
export function RequirementsScreen(): ReactNode {
  const t = useText(requirementsTexts);
  const control = useAnalysis();
  const [text, setText] = useState('');
  const [options, setOptions] = useState(noOptions);
  const [isEditing, setIsEditing] = useState(true);
  const { analysed } = control;
  const run = async (source: Source): Promise<void> => {
    if (await control.run(source, options)) setIsEditing(false);
  };
  const isStale =
    analysed !== null &&
    (analysed.options !== options || (analysed.source.kind === 'text' && analysed.source.text !== text));
  const name =
    analysed === null
      ? ''
      : analysed.source.kind === 'file'
        ? t('input.of_file', { name: analysed.source.file.name })
        : t('input.of_text');
  return (
    <Page width="full" title={t('title')} help={t('help')}>
      <Stack spacing={2}>
        {analysed === null || isEditing ? (
          <SourcePanel
            text={text}
            onText={setText}
            options={options}
            onOptions={setOptions}
            control={control}
            onRun={(source) => void run(source)}
          />
        ) : (
          <Stack direction="row" spacing={1} useFlexGap sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
            <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere', minWidth: 0 }}>{name}</Typography>
            <Box sx={{ flex: 1 }} />
            {analysed.source.kind === 'text' ? (
              <Button variant="outlined" color="inherit" onClick={() => setIsEditing(true)}>
                {t('input.edit')}
              </Button>
            ) : null}
            <Button
              color="inherit"
              onClick={() => {
                setText('');
                setIsEditing(true);
                control.forget();
              }}
            >
              {t('input.other')}
            </Button>
          </Stack>
        )}
        {analysed === null ? (
          control.sent === null ? (
            <EmptyState icon={ChecklistOutlined} title={t('empty.title')} hint={t('empty.hint')} />
          ) : null
        ) : (
          <Results analysed={analysed} isStale={isStale} />
        )}
      </Stack>
    </Page>
  );
}
