import DeleteOutlineRounded from '@mui/icons-material/DeleteOutlineRounded';
import DoneRounded from '@mui/icons-material/DoneRounded';
import { Box, IconButton, Link as MuiLink, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { RelativeTime, useText, visuallyHidden } from '#platform/web';
import type { Notification } from '../../contract/index.ts';
import { notificationTexts } from '../texts.ts';
import { routerPathOf } from './app-path.rules.ts';

export interface InboxRowProps {
  readonly notification: Notification;
  readonly onRead: () => void;
  readonly onDelete: () => void;
}

/** One notice: what happened, when, where it leads. */
export function InboxRow({ notification, onRead, onDelete }: InboxRowProps): ReactNode {
  const t = useText(notificationTexts);
  const { title, body, created_at: createdAt } = notification;
  const unread = notification.read_at === null;
  const target = routerPathOf(notification.path);
  return (
    <Stack direction="row" spacing={1.5} sx={{ alignItems: 'flex-start', py: 1.5 }}>
      <Box
        aria-hidden
        sx={{
          flex: 'none',
          width: 8,
          height: 8,
          mt: 1,
          borderRadius: '50%',
          bgcolor: unread ? 'primary.main' : 'transparent',
        }}
      />
      <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
        <Typography component="h2" sx={{ fontSize: '1rem', fontWeight: unread ? 640 : 480 }}>
          {unread ? (
            <Box component="span" sx={visuallyHidden}>
              {`${t('inbox.new')}: `}
            </Box>
          ) : null}
          {target === null ? (
            title
          ) : (
            <MuiLink component={Link} to={target} color="inherit" onClick={unread ? onRead : undefined}>
              {title}
            </MuiLink>
          )}
        </Typography>
        {body === '' ? null : (
          <Typography variant="body2" sx={{ color: 'text.secondary', whiteSpace: 'pre-line' }}>
            {body}
          </Typography>
        )}
        <Typography variant="caption" sx={{ color: 'text.secondary' }}>
          <RelativeTime value={createdAt} />
        </Typography>
      </Box>
      <Stack direction="row" sx={{ flex: 'none' }}>
        {unread ? (
          <IconButton title={t('inbox.read')} aria-label={t('inbox.read_named', { title })} onClick={onRead}>
            <DoneRounded fontSize="small" />
          </IconButton>
        ) : null}
        <IconButton
          title={t('inbox.delete')}
          aria-label={t('inbox.delete_named', { title })}
          onClick={onDelete}
        >
          <DeleteOutlineRounded fontSize="small" />
        </IconButton>
      </Stack>
    </Stack>
  );
}
