import { Alert, Box, Button, FormControlLabel, Stack, Switch, Typography } from '@mui/material';
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import { ErrorNotice, Page, useApi, useLanguage, useNotice, useText } from '#platform/web';
import { formatQuery, optimizeQuery, type QueryFinding } from '../../contract/index.ts';
import { CodeEditor } from '../pieces/code-editor.tsx';
import type { CodeMark } from '../pieces/code-editor-props.ts';
import { GroundSelect } from '../pieces/ground-select.tsx';
import { UnknownNames } from '../pieces/unknown-names.tsx';
import { groundOf, useGround } from '../pieces/use-ground.ts';
import { exampleQuery } from './example.ts';
import { type Preview, PreviewDialog } from './preview-dialog.tsx';
import { useQueryRefusals } from './refusals.ts';
import { type PlacedFinding, Results } from './results.tsx';
import { queryTexts } from './texts.ts';
import { useAnalysis } from './use-analysis.ts';

const longest = 1_000_000;
const looksLikeModule = /^\s*(?:Процедура|Функция|Procedure|Function|#|&На|&At|[\p{L}_][\p{L}\d_.]*\s*=)/imu;
const noMarks: readonly CodeMark[] = [];

/** The query optimiser: errors, rewrites, layout and explanation of queries, alone or in a module. */
export function QueryScreen(): ReactNode {
  const t = useText(queryTexts);
  const language = useLanguage();
  const notify = useNotice();
  const refusals = useQueryRefusals();
  const { call } = useApi();
  const { analysis, isRunning, error, run } = useAnalysis();
  const { projectId } = useGround();
  const [text, setText] = useState('');
  const [managed, setManaged] = useState(true);
  const [shown, setShown] = useState<CodeMark | null>(null);
  const [preview, setPreview] = useState<Preview | null>(null);
  const editor = useRef<HTMLDivElement>(null);
  const isStale = analysis !== null && analysis.text !== text;
  const isEmpty = text.trim() === '';
  const body = { text, managed_locks: managed };
  const grounded = { ...body, ...groundOf(projectId) };

  const markOf = useCallback(
    ({ range, safe, reason }: QueryFinding): CodeMark => ({
      range,
      tone: safe ? 'info' : 'warning',
      word: t(safe ? 'rewrite.safe_word' : 'rewrite.advice_word'),
      text: reason[language],
    }),
    [t, language],
  );
  const marks = useMemo(() => {
    if (analysis === null || isStale) return noMarks;
    return analysis.checked.queries.flatMap(({ errors, findings }): readonly CodeMark[] => [
      ...errors.map(({ range, message }) => ({
        range,
        tone: 'error' as const,
        word: t('error.word'),
        text: message[language],
      })),
      ...findings.map(markOf),
    ]);
  }, [analysis, isStale, markOf, t, language]);

  const replaceWith = (next: string): void => {
    setText(next);
    setShown(null);
    setPreview(null);
    void run(next, managed, projectId);
  };

  const show = (mark: CodeMark): void => {
    setShown(mark);
    editor.current?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  };

  const applyOne = async ({ index, query, finding }: PlacedFinding): Promise<void> => {
    if (analysis === null) return;
    const { applyRewrite } = await import('./apply-rewrite.rules.ts');
    const { kind } = analysis.checked;
    const next = applyRewrite(text, { kind, index, query: query.text, edits: finding.edits });
    if (next === null) {
      notify.info(t('rewrite.not_applied'));
      return;
    }
    notify.success(t('rewrite.applied'));
    replaceWith(next);
  };

  const optimize = async (): Promise<void> => {
    try {
      const reply = await call(optimizeQuery, { body: grounded });
      const left = reply.queries.filter((query) => query.left_in_module).length;
      setPreview({ title: t('preview.optimize'), text: reply.text, diff: reply.diff, left });
    } catch (problem) {
      notify.error(problem, refusals);
    }
  };

  const layOut = async (): Promise<void> => {
    try {
      const reply = await call(formatQuery, { body });
      setPreview({ title: t('preview.format'), text: reply.text, diff: reply.diff, left: 0 });
    } catch (problem) {
      notify.error(problem, refusals);
    }
  };

  return (
    <Page width="full" title={t('title')} help={t('help')}>
      <Box
        sx={{
          display: 'grid',
          gap: { xs: 2, lg: 2.5 },
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1.2fr) minmax(0, 1fr)' },
          alignItems: 'start',
        }}
      >
        <Stack
          ref={editor}
          spacing={1.5}
          sx={{ minWidth: 0, scrollMarginTop: '12px', position: { lg: 'sticky' }, top: { lg: 0 } }}
        >
          <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
            <Button
              variant="contained"
              disabled={isEmpty || text.length > longest}
              loading={isRunning}
              onClick={() => void run(text, managed, projectId)}
            >
              {t('analyse')}
            </Button>
            <Button variant="outlined" color="inherit" disabled={isEmpty} onClick={() => void layOut()}>
              {t('format')}
            </Button>
            {text === '' ? (
              <Button color="inherit" onClick={() => replaceWith(exampleQuery)}>
                {t('example')}
              </Button>
            ) : null}
            <FormControlLabel
              control={<Switch checked={managed} onChange={(_event, on) => setManaged(on)} />}
              label={t('managed')}
            />
            <GroundSelect />
          </Stack>
          {text.length > longest ? <Alert severity="warning">{t('too_long')}</Alert> : null}
          <ErrorNotice error={error} refusals={refusals} onRetry={() => run(text, managed, projectId)} />
          <CodeEditor
            height="clamp(320px, 62vh, 680px)"
            language={looksLikeModule.test(text) ? 'bsl' : 'query'}
            label={t('editor')}
            placeholder={t('placeholder')}
            value={text}
            onChange={setText}
            marks={marks}
            shown={shown}
          />
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t('privacy')}
          </Typography>
        </Stack>
        <Stack spacing={1.5} sx={{ minWidth: 0 }}>
          {analysis === null || isStale ? null : (
            <UnknownNames
              names={analysis.checked.queries.flatMap(({ unknown_names: names = [] }) => names)}
              onShow={({ range, message }) =>
                show({ range, tone: 'warning', word: t('error.word'), text: message[language] })
              }
            />
          )}
          <Results
            analysis={isEmpty ? null : analysis}
            isStale={isStale}
            onShow={(finding) => show(markOf(finding))}
            onApply={(placed) => void applyOne(placed)}
            onApplyAll={() => void optimize()}
          />
        </Stack>
      </Box>
      {preview === null ? null : (
        <PreviewDialog preview={preview} onApply={replaceWith} onClose={() => setPreview(null)} />
      )}
    </Page>
  );
}
