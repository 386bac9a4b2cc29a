import { Alert, Box, Button, Stack, Typography } from '@mui/material';
import { type ReactNode, useRef, useState } from 'react';
import { EmptyState, ErrorNotice, useApi, useNotice, useText } from '#platform/web';
import type { FileTree } from '#products/assistants/engines/metadata';
import { checkCode } from '../../../contract/index.ts';
import { ProgressBar } from '../../pieces/progress-bar.tsx';
import { saveFile } from '../../pieces/save-file.ts';
import type { ReviewProps } from '../module-review.tsx';
import { useCodeRefusals } from '../refusals.ts';
import { SaveReview } from '../reviews/save-review.tsx';
import { SavedNotice } from '../reviews/saved-notice.tsx';
import { sentSettings } from '../settings/settings.rules.ts';
import { contentOf, decodeSource, type SourceFile, sourceOf } from '../source-file.rules.ts';
import { codeTexts } from '../texts.ts';
import { Workbench } from '../workbench.tsx';
import { ArchiveDrop } from './archive-drop.tsx';
import { type ArchiveCheck, useArchiveCheck } from './use-archive-check.ts';

function Progress({
  check,
  onStop,
}: {
  readonly check: ArchiveCheck;
  readonly onStop: () => void;
}): ReactNode {
  const t = useText(codeTexts);
  const { phase, done, total } = check;
  const text = phase === 'sending' ? t('archive.sending') : t('archive.progress', { done, files: total });
  return (
    <Box>
      <Stack direction="row" sx={{ alignItems: 'center', justifyContent: 'space-between', mb: 1 }}>
        <Typography role="status">{text}</Typography>
        <Button onClick={onStop}>{t('archive.stop')}</Button>
      </Stack>
      <ProgressBar label={text} share={phase === 'sending' || total === 0 ? null : done / total} />
    </Box>
  );
}

/** Checks a whole export; its modules are read out of the archive in the browser when they are opened. */
export function ArchiveReview({ settings, rules }: ReviewProps): ReactNode {
  const t = useText(codeTexts);
  const notify = useNotice();
  const refusals = useCodeRefusals();
  const { call } = useApi();
  const { check, start, stop, replace } = useArchiveCheck();
  const [file, setFile] = useState<File | null>(null);
  const [open, setOpen] = useState<{ readonly path: string; readonly source: SourceFile } | null>(null);
  const [changed, setChanged] = useState<ReadonlyMap<string, SourceFile>>(new Map());
  const tree = useRef<Promise<FileTree | null> | null>(null);
  const wanted = useRef('');

  const begin = (archive: File, save = ''): void => {
    setFile(archive);
    setOpen(null);
    setChanged(new Map());
    tree.current = null;
    void start(archive, sentSettings(settings), save);
  };

  const read = async (archive: File): Promise<FileTree | null> => {
    tree.current ??= import('./read-archive.ts').then(({ readArchive }) => readArchive(archive));
    return tree.current;
  };

  const show = async (path: string): Promise<void> => {
    wanted.current = path;
    if (file === null) return;
    const kept = changed.get(path);
    if (kept !== undefined) {
      setOpen({ path, source: kept });
      return;
    }
    try {
      const files = await read(file);
      const content = files === null ? null : decodeSource(files.read(path));
      if (wanted.current !== path) return;
      if (content === null) notify.error(t('archive.unreadable'));
      else setOpen({ path, source: sourceOf(path.split('/').at(-1) ?? path, content) });
    } catch {
      notify.error(t('archive.unreadable'));
    }
  };

  const fix = async (path: string, text: string): Promise<void> => {
    if (open === null || file === null) return;
    const source = { ...open.source, text };
    setChanged(new Map(changed).set(path, source));
    setOpen({ path, source });
    try {
      const files = await read(file);
      const { configurationIn } = await import('./read-archive.ts');
      const configuration =
        settings.configuration.trim() === '' && files !== null
          ? configurationIn(files)
          : settings.configuration;
      const reply = await call(checkCode, {
        body: { code: text, path, ...sentSettings({ ...settings, configuration }) },
      });
      replace({ path, findings: reply.files[0]?.findings ?? [] });
    } catch {
      replace({ path, findings: [] });
    }
  };

  const download = async (): Promise<void> => {
    const { zipOf } = await import('./read-archive.ts');
    saveFile(
      zipOf(new Map([...changed].map(([path, source]) => [path, contentOf(source)]))),
      'changed-modules.zip',
    );
  };

  if (file === null) return <ArchiveDrop onArchive={begin} />;
  const { phase, error, files, summary, warnings } = check;
  const isRunning = phase === 'sending' || phase === 'checking';
  return (
    <Stack spacing={2}>
      <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{file.name}</Typography>
      {isRunning ? (
        <Progress check={check} onStop={stop} />
      ) : (
        <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
          <Button variant="contained" onClick={() => begin(file)}>
            {t('archive.again')}
          </Button>
          <Button variant="outlined" color="inherit" onClick={() => setFile(null)}>
            {t('archive.other')}
          </Button>
          {changed.size === 0 ? null : (
            <>
              <Button variant="outlined" color="inherit" onClick={() => void download()}>
                {t('archive.download_changed')}
              </Button>
              <Typography variant="body2">{t('archive.changed', { count: changed.size })}</Typography>
            </>
          )}
        </Stack>
      )}
      {phase === 'stopped' ? <Alert severity="info">{t('archive.stopped')}</Alert> : null}
      <ErrorNotice error={error} refusals={refusals} onRetry={() => begin(file)} />
      {summary === null ? null : (
        <Typography role="status">
          {[
            t('archive.done', { count: summary.files }),
            ...(summary.left_out === 0 ? [] : [t('result.left_out', { count: summary.left_out })]),
          ].join(' · ')}
        </Typography>
      )}
      {summary === null || summary.review_id === null ? null : <SavedNotice id={summary.review_id} />}
      {warnings.length === 0 ? null : (
        <Alert severity="warning" sx={{ overflowWrap: 'anywhere' }}>
          {t('result.warnings')}: {warnings.slice(0, 10).join('; ')}
        </Alert>
      )}
      {files.length === 0 && phase !== 'done' ? null : (
        <Workbench
          files={files}
          isStale={false}
          open={open}
          onOpen={(path) => void show(path)}
          onFixed={(path, text) => void fix(path, text)}
          settings={settings}
          rules={rules}
          // What was fixed here is not in the archive that would be checked once more.
          {...(phase === 'done' && changed.size === 0 && summary?.review_id === null
            ? { actions: <SaveReview repeats onSave={(name) => begin(file, name)} /> }
            : {})}
          closed={<EmptyState title={t('archive.choose_finding')} />}
        />
      )}
    </Stack>
  );
}
