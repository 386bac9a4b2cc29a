import NotificationsOffOutlined from '@mui/icons-material/NotificationsOffOutlined';
import { Badge, Box, Chip, ListItemButton, ListItemText, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { CursorList, type CursorListState, RelativeTime, useText, visuallyHidden } from '#platform/web';
import type { Room } from '../../contract/index.ts';
import { useRoomTitle } from '../names.ts';
import { useSystemText } from '../system-text.ts';
import { chatTexts } from '../texts.ts';

function useExcerpt(): (room: Room, me: string) => string {
  const t = useText(chatTexts);
  const systemText = useSystemText();
  return ({ last_message: last }, me) => {
    if (last === null) return t('empty_room');
    if (last.deleted_at !== null) return t('deleted');
    if (last.system !== null) return systemText(last.system);
    const [file] = last.attachments;
    const text = last.text === '' && file !== undefined ? t('attachment', { name: file.name }) : last.text;
    return last.author_id === me ? t('you', { text }) : text;
  };
}

export interface RoomRowsProps {
  readonly list: CursorListState<Room>;
  readonly label: string;
  readonly me: string;
  readonly current: string | null;
  /** Tells of rooms where somebody waits for the operators. */
  readonly waits?: (room: Room) => boolean;
  readonly empty: ReactNode;
  readonly onOpen: (id: string) => void;
}

/** Rooms one under the other: name, last words, time, what is unread. */
export function RoomRows(props: RoomRowsProps): ReactNode {
  const { list, label, me, current, waits = () => false, empty, onOpen } = props;
  const t = useText(chatTexts);
  const titleOf = useRoomTitle();
  const excerptOf = useExcerpt();
  return (
    <CursorList list={list} gap={0.25} label={label} keyOf={({ id }) => id} empty={empty}>
      {(room) => (
        <ListItemButton
          selected={room.id === current}
          aria-current={room.id === current ? 'page' : undefined}
          onClick={() => onOpen(room.id)}
          sx={{ borderRadius: '12px', gap: 1 }}
        >
          <ListItemText
            primary={titleOf(room, me)}
            secondary={excerptOf(room, me)}
            slotProps={{
              primary: { noWrap: true, sx: { fontWeight: room.unread_count > 0 ? 600 : 400 } },
              secondary: { noWrap: true },
            }}
          />
          <Box sx={{ display: 'grid', justifyItems: 'end', gap: 0.5, flexShrink: 0 }}>
            <Typography variant="caption" sx={{ color: 'text.secondary' }}>
              <RelativeTime value={room.last_message_at} />
            </Typography>
            <Box sx={{ display: 'flex', gap: 0.5, alignItems: 'center', minHeight: 20, pr: 1.25 }}>
              {waits(room) ? (
                <Chip size="small" color="warning" variant="outlined" label={t('support_desk.waits')} />
              ) : null}
              {room.muted ? <NotificationsOffOutlined fontSize="inherit" aria-hidden /> : null}
              {room.unread_count === 0 || waits(room) ? null : (
                <>
                  <Badge color="primary" badgeContent={room.unread_count} max={99} aria-hidden />
                  <Box component="span" sx={visuallyHidden}>
                    {t('unread', { count: room.unread_count })}
                  </Box>
                </>
              )}
            </Box>
          </Box>
        </ListItemButton>
      )}
    </CursorList>
  );
}
