import { Alert, Box, Button, Stack, Tab, Tabs, Typography } from '@mui/material';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { EmptyState, useLocalized, useNotice, useText } from '#platform/web';
import type { CheckedFile, CodeRule, UnknownName } from '../../contract/index.ts';
import { CodeEditor } from '../pieces/code-editor.tsx';
import type { CodeMark } from '../pieces/code-editor-props.ts';
import { saveFile } from '../pieces/save-file.ts';
import { UnknownNames } from '../pieces/unknown-names.tsx';
import { FindingDetails } from './findings/finding-details.tsx';
import type { FoundAt } from './findings/findings.rules.ts';
import { FindingsPanel } from './findings/findings-panel.tsx';
import { severityLooks } from './findings/severity-mark.tsx';
import { FixDialog, type FixRequest } from './fixes/fix-dialog.tsx';
import { OutlinePanel } from './outline-panel.tsx';
import { ReportMenu } from './report-menu.tsx';
import { type CheckSettings, narrowedTo, sentSettings } from './settings/settings.rules.ts';
import { contentOf, type SourceFile } from './source-file.rules.ts';
import { codeTexts } from './texts.ts';

const noFindings: readonly CodeMark[] = [];

/** The finding is still there, also after another check of the same text. */
const isIn = (files: readonly CheckedFile[], { path, finding: { key, range } }: FoundAt): boolean =>
  files.some(
    (file) =>
      file.path === path &&
      file.findings.some(
        (other) =>
          other.key === key &&
          other.range.start.line === range.start.line &&
          other.range.start.character === range.start.character,
      ),
  );

export interface WorkbenchProps {
  /** Null before the first result. */
  readonly files: readonly CheckedFile[] | null;
  /** The findings are of an older text. */
  readonly isStale: boolean;
  /** Names in the open module that the project's configuration does not have. */
  readonly unknownNames?: readonly UnknownName[];
  /** The module in the editor; null: none is open. */
  readonly open: { readonly path: string; readonly source: SourceFile } | null;
  /** Left out: the text can only be read and fixed. */
  readonly onText?: ((text: string) => void) | undefined;
  readonly onOpen: (path: string) => void;
  readonly onFixed: (path: string, text: string) => void;
  readonly settings: CheckSettings;
  readonly rules: readonly CodeRule[];
  /** What else can be done with the findings. */
  readonly actions?: ReactNode;
  /** Above the editor. */
  readonly tools?: ReactNode;
  /** In the place of the editor while no module is open. */
  readonly closed?: ReactNode;
}

/** An editor and what was found in its text, side by side. */
export function Workbench(props: WorkbenchProps): ReactNode {
  const { files, isStale, open, onText, onOpen, onFixed, settings, rules, actions, tools, closed } = props;
  const { unknownNames = [] } = props;
  const localized = useLocalized();
  const t = useText(codeTexts);
  const notify = useNotice();
  const [tab, setTab] = useState<'findings' | 'outline'>('findings');
  const [chosen, setChosen] = useState<FoundAt | null>(null);
  const [shown, setShown] = useState<{ readonly path: string; readonly mark: CodeMark } | null>(null);
  const [fixing, setFixing] = useState<FixRequest | null>(null);
  const editor = useRef<HTMLDivElement>(null);

  const marks = useMemo(() => {
    const own = isStale ? undefined : files?.find(({ path }) => path === open?.path);
    if (own === undefined) return noFindings;
    return own.findings.map(({ range, severity, message, key }) => ({
      range,
      tone: severityLooks[severity].tone,
      word: t(`severity.${severity}`),
      text: `${message} (${key})`,
    }));
  }, [files, isStale, open?.path, t]);

  const show = (path: string, mark: CodeMark): void => {
    setShown({ path, mark });
    // On a phone the editor is above the list.
    editor.current?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  };
  const choose = (found: FoundAt): void => {
    const { range, severity, message } = found.finding;
    setChosen(found);
    onOpen(found.path);
    show(found.path, {
      range,
      tone: severityLooks[severity].tone,
      word: t(`severity.${severity}`),
      text: message,
    });
  };
  const base = open === null ? null : { code: open.source.text, path: open.path };
  const isChosenOpen = chosen !== null && open !== null && chosen.path === open.path && !isStale;
  const isThere = chosen !== null && files !== null && isIn(files, chosen);

  return (
    <Box
      sx={{
        display: 'grid',
        gap: { xs: 2, lg: 2.5 },
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1.35fr) minmax(0, 1fr)' },
        alignItems: 'start',
      }}
    >
      <Stack spacing={1.5} ref={editor} sx={{ minWidth: 0, scrollMarginTop: '12px' }}>
        {tools}
        {open === null ? (
          closed
        ) : (
          <CodeEditor
            height="clamp(320px, 58vh, 620px)"
            language="bsl"
            label={t('editor')}
            placeholder={t('placeholder')}
            value={open.source.text}
            onChange={onText}
            marks={marks}
            shown={shown !== null && shown.path === open.path ? shown.mark : null}
          />
        )}
        {chosen !== null && isThere ? (
          <FindingDetails
            found={chosen}
            rule={rules.find(({ key }) => key === chosen.finding.key)}
            {...(isChosenOpen && base !== null
              ? {
                  onFix: () =>
                    setFixing({
                      ...base,
                      ...sentSettings(settings),
                      at: { key: chosen.finding.key, ...chosen.finding.range.start },
                    }),
                  onFixRule: () => setFixing({ ...base, ...narrowedTo(settings, chosen.finding.key) }),
                }
              : {})}
          />
        ) : null}
      </Stack>
      <Stack spacing={1.5} sx={{ minWidth: 0 }}>
        <Tabs value={tab} onChange={(_event, next) => setTab(next)} aria-label={t('tab.label')}>
          <Tab value="findings" label={t('tab.findings')} />
          <Tab
            value="outline"
            label={t('tab.outline')}
            disabled={open === null || open.source.text.trim() === ''}
          />
        </Tabs>
        {isStale && files !== null ? <Alert severity="info">{t('stale')}</Alert> : null}
        {open === null || isStale ? null : (
          <UnknownNames
            names={unknownNames}
            onShow={({ range, message }) =>
              show(open.path, {
                range,
                tone: 'warning',
                word: t('severity.major'),
                text: localized(message),
              })
            }
          />
        )}
        {tab === 'outline' && open !== null && open.source.text.trim() !== '' ? (
          <OutlinePanel
            code={open.source.text}
            path={open.path}
            projectId={settings.projectId}
            onShow={(line) => {
              const place = { line, character: 0 };
              show(open.path, {
                range: { start: place, end: place },
                tone: 'info',
                word: t('tab.outline'),
                text: t('finding.place', { line: line + 1 }),
              });
            }}
          />
        ) : files === null ? (
          <EmptyState title={t('result.none')} hint={t('result.none_hint')} />
        ) : (
          <>
            <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
              {base === null || isStale ? null : (
                <Button
                  variant="outlined"
                  color="inherit"
                  disabled={
                    !files.some(
                      ({ path, findings }) =>
                        path === base.path && findings.some(({ fix }) => fix !== undefined),
                    )
                  }
                  onClick={() => setFixing({ ...base, ...sentSettings(settings) })}
                >
                  {t('fix.all')}
                </Button>
              )}
              <ReportMenu files={files} />
              {actions}
            </Stack>
            <FindingsPanel files={files} chosen={chosen?.id ?? null} onChoose={choose} />
          </>
        )}
        {open === null || files === null || files.length < 2 ? null : (
          <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
            {open.path}
          </Typography>
        )}
      </Stack>
      {fixing === null || open === null ? null : (
        <FixDialog
          request={fixing}
          onClose={() => setFixing(null)}
          onDownload={(text) =>
            saveFile(
              new Blob([contentOf({ ...open.source, text })], { type: 'text/plain' }),
              open.source.name,
            )
          }
          onApply={(text, count) => {
            setFixing(null);
            setChosen(null);
            setShown(null);
            onFixed(open.path, text);
            notify.success(t('fix.applied', { count }));
          }}
        />
      )}
    </Box>
  );
}
