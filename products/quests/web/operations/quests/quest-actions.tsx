import ArchiveOutlined from '@mui/icons-material/ArchiveOutlined';
import EditOutlined from '@mui/icons-material/EditOutlined';
import UnarchiveOutlined from '@mui/icons-material/UnarchiveOutlined';
import { IconButton, Tooltip } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { ConfirmDialog, useApi, useInvalidate, useNotice, useSend, useText } from '#platform/web';
import { archiveQuest, listAllQuests, type QuestCard, restoreQuest } from '../../../contract/index.ts';
import { useRefusals } from '../refusals.ts';
import { operationsTexts } from '../texts.ts';

/** What an editor does with a quest in a list. */
export function QuestActions({ quest }: { readonly quest: QuestCard }): ReactNode {
  const t = useText(operationsTexts);
  const refusals = useRefusals();
  const notice = useNotice();
  const api = useApi();
  const invalidate = useInvalidate();
  const [asking, setAsking] = useState(false);
  const { id, title, state } = quest;
  const restore = useSend(restoreQuest, {
    invalidates: [listAllQuests],
    onSuccess: () => notice.success(t('quests.restored')),
    onError: (problem) => notice.error(problem, refusals),
  });
  const archive = async (): Promise<void> => {
    await api.call(archiveQuest, { params: { id } });
    notice.success(t('quests.archived'));
    await invalidate(listAllQuests);
  };
  return (
    <>
      <Tooltip title={t('quests.studio')}>
        <IconButton component={Link} to={`/studio/${id}`} aria-label={`${t('quests.studio')}: ${title}`}>
          <EditOutlined fontSize="small" />
        </IconButton>
      </Tooltip>
      {state === 'archived' ? (
        <Tooltip title={t('quests.restore')}>
          <IconButton
            aria-label={`${t('quests.restore')}: ${title}`}
            loading={restore.isPending}
            onClick={() => restore.mutate({ params: { id } })}
          >
            <UnarchiveOutlined fontSize="small" />
          </IconButton>
        </Tooltip>
      ) : (
        <Tooltip title={t('quests.archive')}>
          <IconButton aria-label={`${t('quests.archive')}: ${title}`} onClick={() => setAsking(true)}>
            <ArchiveOutlined fontSize="small" />
          </IconButton>
        </Tooltip>
      )}
      <ConfirmDialog
        open={asking}
        title={t('quests.archive_title', { title })}
        confirmLabel={t('quests.archive')}
        onConfirm={archive}
        onClose={() => setAsking(false)}
        refusals={refusals}
      >
        {t('quests.archive_help')}
      </ConfirmDialog>
    </>
  );
}
