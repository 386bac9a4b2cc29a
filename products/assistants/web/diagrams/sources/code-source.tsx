import { Alert, Button, Stack, Typography } from '@mui/material';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { ErrorNotice, useSend, useText } from '#platform/web';
import { type Outline, outlineCode } from '../../../contract/index.ts';
import { CodeEditor } from '../../pieces/code-editor.tsx';
import type { DrawRequest } from '../drawing.ts';
import { exampleModule } from '../examples.ts';
import { type CodeKind, codeKinds } from '../kinds.ts';
import { useDiagramRefusals } from '../refusals.ts';
import { diagramsTexts } from '../texts.ts';
import { ChoiceField } from './choice-field.tsx';
import { callGraph, callSequence, classOfModule, type ModuleWords } from './module-diagram.rules.ts';

const longest = 1_000_000;

export interface CodeState {
  readonly kind: CodeKind;
  readonly code: string;
  /** The method a sequence begins with; empty: the first exported one. */
  readonly entry: string;
}

export const emptyCode: CodeState = { kind: 'flowchart', code: '', entry: '' };

const entryOf = ({ methods }: Outline, entry: string): string =>
  (methods.find(({ name }) => name === entry) ?? methods.find(({ export: isOpen }) => isOpen) ?? methods[0])
    ?.name ?? '';

export interface CodeSourceProps {
  readonly state: CodeState;
  readonly onState: (state: CodeState) => void;
  readonly isDrawing: boolean;
  readonly onDraw: (request: DrawRequest) => void;
  /** Draws the code as soon as it is shown. */
  readonly begins: boolean;
}

/** Diagrams of a module: its calls, what happens after one method, and the module as a class. */
export function CodeSource({ state, onState, isDrawing, onDraw, begins }: CodeSourceProps): ReactNode {
  const t = useText(diagramsTexts);
  const { mutateAsync, isPending, error } = useSend(outlineCode);
  const refusals = useDiagramRefusals(error);
  const [read, setRead] = useState<{ readonly code: string; readonly outline: Outline } | null>(null);
  const outline = read !== null && read.code === state.code ? read.outline : null;
  const isEmpty = state.code.trim() === '';

  const drawOutline = useCallback(
    (of: Outline, { kind, entry }: CodeState): void => {
      if (of.methods.length === 0) return;
      const words: ModuleWords = {
        module: t('code.module'),
        caller: t('code.caller'),
        value: t('code.value'),
      };
      const model =
        kind === 'flowchart'
          ? callGraph(of, words)
          : kind === 'class'
            ? classOfModule(of, words)
            : callSequence(of, entryOf(of, entry), words);
      onDraw({ input: { from: 'model', model }, unread: [] });
    },
    [onDraw, t],
  );
  const run = useCallback(
    async (next: CodeState): Promise<void> => {
      try {
        const reply = await mutateAsync({ body: { code: next.code } });
        setRead({ code: next.code, outline: reply });
        drawOutline(reply, next);
      } catch {
        // The refusal is shown above the editor.
      }
    },
    [mutateAsync, drawOutline],
  );
  const [first] = useState(begins ? state : null);
  useEffect(() => {
    if (first !== null) void run(first);
  }, [first, run]);

  const change = (next: CodeState): void => {
    onState(next);
    if (outline !== null) drawOutline(outline, next);
  };
  const methods = outline?.methods.map(({ name }) => name) ?? [];
  return (
    <Stack spacing={1.5}>
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
        <ChoiceField
          label={t('kind.label')}
          value={state.kind}
          choices={codeKinds}
          nameOf={(kind) => t(`code.kinds.${kind}`)}
          onChange={(kind) => change({ ...state, kind })}
        />
        {state.kind === 'sequence' && outline !== null && methods.length > 0 ? (
          <ChoiceField
            label={t('code.entry')}
            value={entryOf(outline, state.entry)}
            choices={methods}
            nameOf={(name) => name}
            onChange={(entry) => change({ ...state, entry })}
          />
        ) : null}
        {isEmpty ? (
          <Button
            color="inherit"
            onClick={() => {
              const next = { ...state, code: exampleModule };
              onState(next);
              void run(next);
            }}
          >
            {t('example')}
          </Button>
        ) : null}
      </Stack>
      <ErrorNotice error={error} refusals={refusals} onRetry={() => run(state)} />
      {outline !== null && outline.methods.length === 0 ? (
        <Alert severity="info">{t('code.no_methods')}</Alert>
      ) : null}
      <CodeEditor
        height="clamp(300px, 48vh, 560px)"
        language="bsl"
        label={t('code.label')}
        placeholder={t('code.placeholder')}
        value={state.code}
        onChange={(code) => onState({ ...state, code })}
      />
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
        <Button
          variant="contained"
          loading={isDrawing || isPending}
          disabled={isEmpty || state.code.length > longest}
          onClick={() => void run(state)}
        >
          {t('draw')}
        </Button>
        {state.code.length > longest ? <Typography color="error">{t('code.too_long')}</Typography> : null}
      </Stack>
      {state.kind === 'sequence' ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('code.order')}
        </Typography>
      ) : null}
    </Stack>
  );
}
