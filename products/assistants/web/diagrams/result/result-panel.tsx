import { Alert, Box, Button, Stack, Tab, Tabs } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { ErrorNotice, useText } from '#platform/web';
import { BpmnView } from '../../pieces/bpmn-view.tsx';
import { CodeBlock } from '../../pieces/code-block.tsx';
import { MermaidView } from '../../pieces/mermaid-view.tsx';
import type { Drawing } from '../drawing.ts';
import { useDiagramRefusals } from '../refusals.ts';
import { diagramsTexts } from '../texts.ts';
import type { DrawingControl } from '../use-drawing.ts';
import { NotationMenu } from './notation-menu.tsx';
import { type Notation, notationsOf } from './notations.rules.ts';
import { Notes } from './notes.tsx';

const titleOf = (model: unknown): string => {
  const { title, name }: { title?: unknown; name?: unknown } = Object(model);
  return typeof title === 'string' ? title : typeof name === 'string' ? name : '';
};

const fileName = (title: string): string =>
  title
    .replace(/[\\/:*?"<>|]+/g, ' ')
    .trim()
    .slice(0, 80);

export interface ResultPanelProps {
  readonly drawing: Drawing;
  readonly error: DrawingControl['error'];
  /** Takes a text over into the editor. */
  readonly onEdit: (text: string) => void;
}

/** The picture, its texts, and what was understood. */
export function ResultPanel({ drawing, error, onEdit }: ResultPanelProps): ReactNode {
  const t = useText(diagramsTexts);
  const refusals = useDiagramRefusals(error);
  const [chosen, setChosen] = useState<'view' | Notation>('view');
  const texts = notationsOf(drawing);
  const text = texts.find(({ name }) => name === chosen);
  const view = text === undefined ? 'view' : chosen;
  const title = fileName(titleOf(drawing.model)) || t('result.label');
  return (
    <Stack spacing={1.5} sx={{ minWidth: 0 }}>
      <Stack
        direction="row"
        sx={{ alignItems: 'center', justifyContent: 'space-between', flexWrap: 'wrap', gap: 1 }}
      >
        <Tabs
          value={view}
          variant="scrollable"
          scrollButtons={false}
          aria-label={t('result.notations')}
          onChange={(_event, next) => setChosen(next)}
          sx={{ minWidth: 0, '& .MuiTab-root': { minWidth: 0, px: 1.5 } }}
        >
          <Tab value="view" label={t('result.view')} />
          {texts.map(({ name }) => (
            <Tab key={name} value={name} label={t(`result.${name}`)} />
          ))}
        </Tabs>
        <NotationMenu texts={texts} name={title} />
      </Stack>
      {error === null ? null : (
        <>
          <ErrorNotice error={error} refusals={refusals} />
          <Alert severity="info">{t('result.old')}</Alert>
        </>
      )}
      <Box role="tabpanel" aria-label={t(`result.${view}`)} sx={{ minWidth: 0 }}>
        {text !== undefined ? (
          <Stack spacing={1}>
            <CodeBlock source={text.text} language={text.language} />
            {text.name === 'plantuml' ? null : (
              <div>
                <Button size="small" onClick={() => onEdit(text.text)}>
                  {t('result.edit')}
                </Button>
              </div>
            )}
          </Stack>
        ) : drawing.bpmn === null ? (
          <MermaidView source={drawing.mermaid} title={title} />
        ) : (
          <BpmnView source={drawing.bpmn} title={title} height="clamp(280px, 48vh, 560px)" />
        )}
      </Box>
      <Notes drawing={drawing} />
    </Stack>
  );
}
