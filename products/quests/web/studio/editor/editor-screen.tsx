import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { ErrorNotice, ListSkeleton, Page, useCall, useText } from '#platform/web';
import { getDraft, type QuestDraft } from '../../../contract/index.ts';
import { DeskContext } from '../draft/desk-context.ts';
import { useNewDesk } from '../draft/use-new-desk.ts';
import { useStudioRefusals } from '../refusals.ts';
import { studioTexts } from '../texts.ts';
import { EditorHead } from './editor-head.tsx';
import { EditorTabs } from './editor-tabs.tsx';
import { StaleDialog } from './stale-dialog.tsx';

function Editor({ draft }: { readonly draft: QuestDraft }): ReactNode {
  const desk = useNewDesk(draft);
  return (
    <DeskContext value={desk}>
      <EditorHead />
      <EditorTabs />
      <StaleDialog />
    </DeskContext>
  );
}

/** Where one quest is written. */
export function EditorScreen(): ReactNode {
  const t = useText(studioTexts);
  const { id = '' } = useParams();
  const refusals = useStudioRefusals();
  // An older answer would make a desk that is behind from the start: the list may have read the draft a moment ago.
  const draft = useCall(getDraft, { params: { id } }, { staleTime: 0 });
  if (draft.data !== undefined && draft.isFetchedAfterMount) return <Editor key={id} draft={draft.data} />;
  return (
    <Page title={t('editor.title')}>
      {draft.error === null ? (
        <ListSkeleton rows={6} height={56} />
      ) : (
        <ErrorNotice error={draft.error} refusals={refusals} onRetry={draft.refetch} />
      )}
    </Page>
  );
}
