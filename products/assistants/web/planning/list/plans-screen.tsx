import AddRounded from '@mui/icons-material/AddRounded';
import AutoAwesomeOutlined from '@mui/icons-material/AutoAwesomeOutlined';
import EventNoteOutlined from '@mui/icons-material/EventNoteOutlined';
import { Alert, Button, Stack, Tab, Tabs } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import {
  ConfirmDialog,
  CursorList,
  EmptyState,
  Page,
  useCursorList,
  useLanguage,
  useSession,
  useText,
} from '#platform/web';
import type { PlanFile } from '#products/assistants/engines/planning';
import { listPlans } from '../../../contract/index.ts';
import { FileButton } from '../../pieces/file-button.tsx';
import { planFiles, useReadPlan } from '../files/use-read-plan.ts';
import { ForecastPanel } from '../forecast/forecast-panel.tsx';
import { planPath, unsaved } from '../paths.ts';
import { keepDraft, readDraft } from '../plan/draft-store.ts';
import { examplePlan, exampleStart } from '../plan/example.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { sheetOf } from '../sheet/document.rules.ts';
import { planningTexts } from '../texts.ts';
import { PlanCard } from './plan-card.tsx';

const tabs = ['plans', 'forecast'] as const;

/** The plans of the company, ways to begin one, and a forecast that needs none. */
export function PlansScreen(): ReactNode {
  const t = useText(planningTexts);
  const language = useLanguage();
  const navigate = useNavigate();
  const { user } = useSession();
  const ownerId = user?.id ?? '';
  const reader = useReadPlan();
  const [search, setSearch] = useSearchParams();
  const tab = search.get('tab') === 'forecast' ? 'forecast' : 'plans';
  const list = useCursorList(listPlans, { query: { limit: 30 } });
  const [draft] = useState(() => readDraft(ownerId, unsaved));
  /** What is to be opened in place of a plan that was not saved; null begins an empty one. */
  const [waiting, setWaiting] = useState<{ readonly plan: PlanFile | null } | null>(null);

  const open = (plan: PlanFile | null): void => {
    const sheet = plan === null ? null : sheetOf(plan, language === 'ru' ? ',' : '.');
    keepDraft(ownerId, unsaved, sheet === null ? null : { sheet, baseVersion: 0 });
    void navigate(planPath(unsaved));
  };
  const begin = (plan: PlanFile | null): void => {
    if (draft === null) open(plan);
    else setWaiting({ plan });
  };
  const example = (): void => begin(examplePlan(language, exampleStart(new Date())));
  const takeFile = async (file: File): Promise<void> => {
    const plan = await reader.read(file);
    if (plan !== null) begin(plan);
  };
  const exampleButton = (
    <Button
      variant="outlined"
      color="inherit"
      startIcon={<AutoAwesomeOutlined fontSize="small" />}
      onClick={example}
    >
      {t('list.example')}
    </Button>
  );

  return (
    <Page
      title={t('list.title')}
      help={t('list.help')}
      actions={
        <>
          {exampleButton}
          <FileButton
            label={t('import.label')}
            accept={planFiles}
            disabled={reader.isReading}
            onFile={takeFile}
          />
          <Button variant="contained" startIcon={<AddRounded />} onClick={() => begin(null)}>
            {t('list.new')}
          </Button>
        </>
      }
    >
      <Stack spacing={2}>
        {reader.tooLarge === null ? null : (
          <Alert severity="error" onClose={reader.dismiss}>
            {reader.tooLarge}
          </Alert>
        )}
        <ProblemNotice error={reader.error} />
        {draft === null ? null : (
          <Alert
            severity="info"
            action={
              <Button color="inherit" size="small" component={Link} to={planPath(unsaved)}>
                {t('list.continue')}
              </Button>
            }
          >
            {t('list.draft', { name: draft.sheet.name.trim() === '' ? t('new_plan') : draft.sheet.name })}
          </Alert>
        )}
        <Tabs
          value={tab}
          onChange={(_event, next: (typeof tabs)[number]) =>
            setSearch(next === 'plans' ? {} : { tab: next }, { replace: true })
          }
          aria-label={t('list.title')}
          sx={{ borderBottom: 1, borderColor: 'divider' }}
        >
          {tabs.map((name) => (
            <Tab key={name} value={name} label={t(`list.tab_${name}`)} />
          ))}
        </Tabs>
        {tab === 'forecast' ? (
          <ForecastPanel />
        ) : list.error !== null && list.items.length === 0 ? (
          <ProblemNotice error={list.error} onRetry={list.refetch} />
        ) : (
          <CursorList
            list={list}
            keyOf={({ id }) => id}
            label={t('list.title')}
            empty={
              <EmptyState
                icon={EventNoteOutlined}
                title={t('list.empty')}
                hint={t('list.empty_hint')}
                action={exampleButton}
              />
            }
          >
            {(plan) => <PlanCard plan={plan} onGone={list.refetch} />}
          </CursorList>
        )}
      </Stack>
      <ConfirmDialog
        open={waiting !== null}
        title={t('list.replace_title')}
        confirmLabel={t('list.replace')}
        destructive
        onClose={() => setWaiting(null)}
        onConfirm={() => open(waiting?.plan ?? null)}
      >
        {t('list.replace_text', { name: draft?.sheet.name.trim() || t('new_plan') })}
      </ConfirmDialog>
    </Page>
  );
}
