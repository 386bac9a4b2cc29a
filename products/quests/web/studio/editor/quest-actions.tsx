import ArchiveOutlined from '@mui/icons-material/ArchiveOutlined';
import FlagOutlined from '@mui/icons-material/FlagOutlined';
import MoreVert from '@mui/icons-material/MoreVert';
import OpenInNewOutlined from '@mui/icons-material/OpenInNewOutlined';
import { Button, IconButton, ListItemIcon, Menu, MenuItem, Stack } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { useSession, useText } from '#platform/web';
import { useDeskState } from '../draft/desk-context.ts';
import { studioTexts } from '../texts.ts';
import { TestWalkButton } from './test-walk-button.tsx';
import { TransitionDialog } from './transition-dialog.tsx';
import type { Transition } from './use-transition.ts';

function MoreMenu({ onArchive }: { readonly onArchive: (() => void) | undefined }): ReactNode {
  const t = useText(studioTexts);
  const { can } = useSession();
  const { id, published_version } = useDeskState().base;
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = (): void => setAnchor(null);
  const isModerator = can('moderate_content');
  if (published_version === null && onArchive === undefined && !isModerator) return null;
  return (
    <>
      <IconButton
        aria-label={t('action.more')}
        aria-haspopup="menu"
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        <MoreVert />
      </IconButton>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={close}>
        {published_version === null ? null : (
          <MenuItem component={Link} to={`/quests/${id}`}>
            <ListItemIcon>
              <OpenInNewOutlined fontSize="small" />
            </ListItemIcon>
            {t('action.public_page')}
          </MenuItem>
        )}
        {isModerator ? (
          <MenuItem component={Link} to="/moderation">
            <ListItemIcon>
              <FlagOutlined fontSize="small" />
            </ListItemIcon>
            {t('action.reports')}
          </MenuItem>
        ) : null}
        {onArchive === undefined ? null : (
          <MenuItem
            onClick={() => {
              close();
              onArchive();
            }}
          >
            <ListItemIcon>
              <ArchiveOutlined fontSize="small" />
            </ListItemIcon>
            {t('action.archive')}
          </MenuItem>
        )}
      </Menu>
    </>
  );
}

/** What can be done with the quest as a whole. */
export function QuestActions(): ReactNode {
  const t = useText(studioTexts);
  const { state, changed } = useDeskState().base;
  const [asked, setAsked] = useState<Transition | null>(null);
  const next = { draft: 'submit', published: 'submit', in_review: 'withdraw', archived: 'restore' } as const;
  const main = next[state];
  const isMain = state !== 'published' || changed;
  return (
    <Stack direction="row" spacing={1} sx={{ flexShrink: 0, alignItems: 'center' }}>
      <TestWalkButton />
      {isMain ? (
        <Button variant={main === 'submit' ? 'contained' : 'outlined'} onClick={() => setAsked(main)}>
          {t(`action.${main}`)}
        </Button>
      ) : null}
      <MoreMenu onArchive={state === 'archived' ? undefined : () => setAsked('archive')} />
      <TransitionDialog transition={asked} onClose={() => setAsked(null)} />
    </Stack>
  );
}
