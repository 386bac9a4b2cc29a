import CloudDownloadOutlined from '@mui/icons-material/CloudDownloadOutlined';
import FlagOutlined from '@mui/icons-material/FlagOutlined';
import ForumOutlined from '@mui/icons-material/ForumOutlined';
import LogoutRounded from '@mui/icons-material/LogoutRounded';
import MoreVertRounded from '@mui/icons-material/MoreVertRounded';
import ReportOutlined from '@mui/icons-material/ReportOutlined';
import { IconButton, ListItemIcon, Menu, MenuItem, Tooltip } from '@mui/material';
import { type ReactNode, useRef, useState } from 'react';
import { Link } from 'react-router';
import { ConfirmDialog, useText } from '#platform/web';
import type { PlayPoint, Session } from '../../../contract/index.ts';
import { DownloadDialog } from '../offline/download-dialog.tsx';
import type { PlayEngine } from '../offline/play-engine.ts';
import type { PlayState } from '../offline/play-state.ts';
import { chatPath } from '../paths.ts';
import { ReportDialog } from '../points/report-dialog.tsx';
import { playTexts } from '../texts.ts';
import { mayFinishEarly, pointsLeft } from './current.rules.ts';
import type { Moves } from './use-moves.ts';

interface WalkMenuProps {
  readonly session: Session;
  readonly state: PlayState;
  readonly engine: PlayEngine;
  readonly moves: Moves;
  readonly point: PlayPoint | null;
}

type Question = 'download' | 'report' | 'finish' | 'abandon';

/** What is needed rarely: chat, download, a problem, the end. */
export function WalkMenu({ session, state, engine, moves, point }: WalkMenuProps): ReactNode {
  const t = useText(playTexts);
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [question, setQuestion] = useState<Question | null>(null);
  const ask = (next: Question) => () => {
    setOpen(false);
    setQuestion(next);
  };
  const close = (): void => setQuestion(null);
  const isActive = session.state === 'active';
  const entry = (label: string, icon: ReactNode, next: Question): ReactNode => (
    <MenuItem onClick={ask(next)}>
      <ListItemIcon>{icon}</ListItemIcon>
      {label}
    </MenuItem>
  );
  return (
    <>
      <Tooltip title={t('walk.menu')}>
        <IconButton
          ref={button}
          aria-label={t('walk.menu')}
          aria-haspopup="menu"
          onClick={() => setOpen(true)}
        >
          <MoreVertRounded />
        </IconButton>
      </Tooltip>
      <Menu open={isOpen} anchorEl={() => button.current} onClose={() => setOpen(false)}>
        {session.chat_id === null ? null : (
          <MenuItem component={Link} to={chatPath(session.chat_id)}>
            <ListItemIcon>
              <ForumOutlined fontSize="small" />
            </ListItemIcon>
            {t('list.chat')}
          </MenuItem>
        )}
        {entry(t('offline.open'), <CloudDownloadOutlined fontSize="small" />, 'download')}
        {entry(t('report.open'), <ReportOutlined fontSize="small" />, 'report')}
        {mayFinishEarly(session)
          ? entry(t('finish.early'), <FlagOutlined fontSize="small" />, 'finish')
          : null}
        {isActive ? entry(t('finish.abandon'), <LogoutRounded fontSize="small" />, 'abandon') : null}
      </Menu>
      {question === 'download' ? (
        <DownloadDialog sessionId={session.id} state={state} engine={engine} onClose={close} />
      ) : null}
      {question === 'report' ? (
        <ReportDialog questId={session.quest_id} pointId={point?.id ?? null} onClose={close} />
      ) : null}
      <ConfirmDialog
        open={question === 'finish'}
        title={t('finish.early_title')}
        confirmLabel={t('finish.early')}
        onConfirm={() => moves.make({ kind: 'finish' })}
        onClose={close}
      >
        {t('finish.early_text', { count: pointsLeft(session) })}
      </ConfirmDialog>
      <ConfirmDialog
        open={question === 'abandon'}
        title={t('finish.abandon_title')}
        confirmLabel={t('finish.abandon')}
        destructive
        onConfirm={() => moves.make({ kind: 'abandon' })}
        onClose={close}
      >
        {t('finish.abandon_text')}
      </ConfirmDialog>
    </>
  );
}
