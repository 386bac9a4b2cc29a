import { Alert, Button, FormControlLabel, Stack, Switch, TextField } from '@mui/material';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ReplyOf } from '#platform/contract';
import { ErrorNotice, useApi, useNotice, useSend, useText } from '#platform/web';
import { type CodeRule, checkCode } from '../../contract/index.ts';
import { FileButton } from '../pieces/file-button.tsx';
import { saveFile } from '../pieces/save-file.ts';
import { exampleModule } from './example.ts';
import { useCodeRefusals } from './refusals.ts';
import { SaveReview } from './reviews/save-review.tsx';
import { SavedNotice } from './reviews/saved-notice.tsx';
import { type CheckSettings, sentSettings } from './settings/settings.rules.ts';
import { contentOf, decodeSource, emptySource, sourceOf } from './source-file.rules.ts';
import { codeTexts } from './texts.ts';
import { Workbench } from './workbench.tsx';

/** As the server calls a module without a path. */
const nameless = 'Module.bsl';
const longest = 1_000_000;
/** Longer modules are checked when asked, not while typing. */
const longestTyped = 200_000;
const pauseMs = 900;

export interface ReviewProps {
  readonly settings: CheckSettings;
  readonly rules: readonly CodeRule[];
}

const sent = (code: string, settings: CheckSettings, path: string) => ({
  code,
  ...sentSettings(settings),
  ...(path.trim() === '' ? {} : { path: path.trim() }),
});

/** Checks one module, as it is typed or when asked. */
export function ModuleReview({ settings, rules }: ReviewProps): ReactNode {
  const t = useText(codeTexts);
  const notify = useNotice();
  const refusals = useCodeRefusals();
  const [source, setSource] = useState(emptySource);
  const [path, setPath] = useState('');
  const [live, setLive] = useState(true);
  const [checked, setChecked] = useState<{
    readonly text: string;
    readonly reply: ReplyOf<typeof checkCode>;
  } | null>(null);
  const { call } = useApi();
  const { mutateAsync, isPending, error, reset } = useSend(checkCode);
  const latest = useRef(0);
  const { text } = source;

  const check = useCallback(
    async (code: string) => {
      latest.current += 1;
      const turn = latest.current;
      try {
        const reply = await mutateAsync({ body: sent(code, settings, path) });
        if (turn === latest.current) setChecked({ text: code, reply });
      } catch {
        // Told by the notice of the mutation.
      }
    },
    [mutateAsync, settings, path],
  );

  const save = async (name: string): Promise<void> => {
    latest.current += 1;
    const reply = await call(checkCode, { body: { ...sent(text, settings, path), save: name } });
    setChecked({ text, reply });
  };

  useEffect(() => {
    if (!live || text.trim() === '' || text.length > longestTyped) return;
    const timer = setTimeout(() => void check(text), pauseMs);
    return () => clearTimeout(timer);
  }, [live, text, check]);

  const load = async (file: File): Promise<void> => {
    const content = decodeSource(new Uint8Array(await file.arrayBuffer()));
    if (content === null || content.length > longest) {
      notify.error(t(content === null ? 'not_text' : 'too_long'));
      return;
    }
    setChecked(null);
    reset();
    setSource(sourceOf(file.name, content));
  };

  const open = useMemo(() => ({ path: path.trim() === '' ? nameless : path.trim(), source }), [path, source]);
  const files = text.trim() === '' ? null : (checked?.reply.files ?? null);
  const warnings = checked?.reply.warnings ?? [];

  return (
    <Workbench
      files={files}
      isStale={checked !== null && checked.text !== text}
      unknownNames={checked?.reply.unknown_names ?? []}
      open={open}
      onText={(next) => setSource((now) => ({ ...now, text: next }))}
      onOpen={() => {}}
      onFixed={(_path, next) => {
        setSource((now) => ({ ...now, text: next }));
        void check(next);
      }}
      settings={settings}
      rules={rules}
      actions={<SaveReview onSave={save} />}
      tools={
        <Stack spacing={1.5}>
          <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
            <Button
              variant="contained"
              disabled={text.trim() === '' || text.length > longest}
              loading={isPending}
              onClick={() => void check(text)}
            >
              {t('check')}
            </Button>
            <FileButton label={t('open_file')} accept=".bsl,.os,.txt" onFile={load} />
            {text === '' ? (
              <Button color="inherit" onClick={() => setSource(sourceOf('Module.bsl', exampleModule))}>
                {t('example')}
              </Button>
            ) : (
              <Button
                color="inherit"
                onClick={() => saveFile(new Blob([contentOf(source)], { type: 'text/plain' }), source.name)}
              >
                {t('download')}
              </Button>
            )}
            <FormControlLabel
              control={<Switch checked={live} onChange={(_event, on) => setLive(on)} />}
              label={t('while_typing')}
            />
          </Stack>
          <TextField
            size="small"
            label={t('path')}
            helperText={t('path_help')}
            value={path}
            onChange={({ target }) => setPath(target.value)}
            slotProps={{ htmlInput: { maxLength: 500, spellCheck: false } }}
          />
          {text.length > longest ? <Alert severity="warning">{t('too_long')}</Alert> : null}
          <ErrorNotice error={error} refusals={refusals} onRetry={() => check(text)} />
          {checked !== null && checked.reply.review_id !== null ? (
            <SavedNotice id={checked.reply.review_id} />
          ) : null}
          {warnings.length === 0 ? null : (
            <Alert severity="warning" sx={{ overflowWrap: 'anywhere' }}>
              {t('result.warnings')}: {warnings.slice(0, 10).join('; ')}
            </Alert>
          )}
        </Stack>
      }
    />
  );
}
