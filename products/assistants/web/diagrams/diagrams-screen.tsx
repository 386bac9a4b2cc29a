import { Box, LinearProgress, Stack, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { type ReactNode, useCallback, useState } from 'react';
import { ErrorNotice, Page, useText } from '#platform/web';
import type { DrawRequest } from './drawing.ts';
import { exampleModule } from './examples.ts';
import { Gallery } from './gallery.tsx';
import { type gallery, type SourceName, sources, textKinds } from './kinds.ts';
import { useDiagramRefusals } from './refusals.ts';
import { ResultPanel } from './result/result-panel.tsx';
import { CodeSource, emptyCode } from './sources/code-source.tsx';
import { emptyProject, ProjectSource } from './sources/project-source.tsx';
import { rawInput } from './sources/raw-source.rules.ts';
import { RawSource } from './sources/raw-source.tsx';
import { emptyText, exampleOf, TextSource, textRequest } from './sources/text-source.tsx';
import { diagramsTexts } from './texts.ts';
import { useDrawing } from './use-drawing.ts';

/** Diagrams of words, code, projects and their own notations, drawn beside their source. */
export function DiagramsScreen(): ReactNode {
  const t = useText(diagramsTexts);
  const { drawing, isDrawing, error, draw } = useDrawing();
  const refusals = useDiagramRefusals(error);
  const [source, setSource] = useState<SourceName>('text');
  const [text, setText] = useState(emptyText);
  const [code, setCode] = useState(emptyCode);
  const [begins, setBegins] = useState(false);
  const [project, setProject] = useState(emptyProject);
  const [raw, setRaw] = useState('');
  const onDraw = useCallback((request: DrawRequest) => void draw(request), [draw]);
  const common = { isDrawing, onDraw };

  const choose = (next: SourceName): void => {
    setBegins(false);
    setSource(next);
  };
  const begin = ({ kind, source: from }: (typeof gallery)[number]): void => {
    if (from === 'code') {
      setCode({ kind: 'class', code: exampleModule, entry: '' });
      setBegins(true);
      setSource('code');
      return;
    }
    const chosen = textKinds.find((name) => name === kind) ?? 'auto';
    const next = { kind: chosen, text: exampleOf(chosen) };
    setText(next);
    setSource('text');
    const request = textRequest(next, t('text.section'));
    if (request !== null) onDraw(request);
  };
  const edit = (next: string): void => {
    setRaw(next);
    choose('raw');
    const input = rawInput(next);
    if (input !== null) onDraw({ input, unread: [] });
  };
  return (
    <Page width="full" title={t('title')} help={t('help')}>
      <Box
        sx={{
          display: 'grid',
          gap: { xs: 2.5, lg: 3 },
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 0.7fr) minmax(0, 1fr)' },
          alignItems: 'start',
        }}
      >
        <Stack spacing={2} sx={{ minWidth: 0 }}>
          <ToggleButtonGroup
            exclusive
            size="small"
            value={source}
            aria-label={t('source.label')}
            onChange={(_event, next: SourceName | null) => {
              if (next !== null) choose(next);
            }}
          >
            {sources.map((name) => (
              <ToggleButton key={name} value={name}>
                {t(`source.${name}`)}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
          {source === 'text' ? (
            <TextSource state={text} onState={setText} {...common} />
          ) : source === 'code' ? (
            <CodeSource state={code} onState={setCode} begins={begins} {...common} />
          ) : source === 'project' ? (
            <ProjectSource state={project} onState={setProject} {...common} />
          ) : (
            <RawSource text={raw} onText={setRaw} {...common} />
          )}
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t('privacy')}
          </Typography>
        </Stack>
        <Box component="section" aria-label={t('result.label')} aria-busy={isDrawing} sx={{ minWidth: 0 }}>
          <Box sx={{ height: 4, mb: 1 }}>
            {isDrawing ? <LinearProgress aria-label={t('result.drawing')} /> : null}
          </Box>
          {drawing === null ? (
            <Stack spacing={2}>
              <ErrorNotice error={error} refusals={refusals} />
              <Gallery onChoose={begin} />
            </Stack>
          ) : (
            <ResultPanel drawing={drawing} error={error} onEdit={edit} />
          )}
        </Box>
      </Box>
    </Page>
  );
}
