import BlockOutlined from '@mui/icons-material/BlockOutlined';
import GroupAddOutlined from '@mui/icons-material/GroupAddOutlined';
import { Stack, Typography } from '@mui/material';
import { type ReactNode, useId } from 'react';
import { CursorList, EmptyState, RelativeTime, useCursorList, useLanguage, useText } from '#platform/web';
import { listBlocks, listFriendRequests, listFriends } from '../../../contract/index.ts';
import { peopleTexts } from '../texts.ts';
import { PlayerRow } from './player-row.tsx';

export function FriendSection(): ReactNode {
  const t = useText(peopleTexts);
  const language = useLanguage();
  const list = useCursorList(listFriends, { query: {} });
  const dateOf = (instant: string): string =>
    new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(new Date(instant));
  return (
    <CursorList
      list={list}
      keyOf={({ id }) => id}
      label={t('friends.list')}
      gap={0}
      empty={<EmptyState icon={GroupAddOutlined} title={t('friends.none')} hint={t('friends.none_hint')} />}
    >
      {(friend) => (
        <PlayerRow
          player={friend}
          relation="friend"
          note={t('friends.since', { date: dateOf(friend.since) })}
        />
      )}
    </CursorList>
  );
}

function Requests({ direction }: { readonly direction: 'incoming' | 'outgoing' }): ReactNode {
  const t = useText(peopleTexts);
  const headingId = useId();
  const list = useCursorList(listFriendRequests, { query: { direction } });
  return (
    <section aria-labelledby={headingId}>
      <Typography variant="h2" id={headingId} sx={{ mb: 0.5 }}>
        {t(`friends.${direction}`)}
      </Typography>
      <CursorList
        list={list}
        keyOf={({ id }) => id}
        label={t(`friends.${direction}`)}
        gap={0}
        empty={<Typography sx={{ color: 'text.secondary' }}>{t(`friends.${direction}_none`)}</Typography>}
      >
        {({ id, from, to, created_at }) => (
          <PlayerRow
            player={direction === 'incoming' ? from : to}
            relation={direction === 'incoming' ? 'asks_me' : 'asked_by_me'}
            requestId={id}
            note={<RelativeTime value={created_at} />}
          />
        )}
      </CursorList>
    </section>
  );
}

/** Requests in both directions. */
export function RequestSection(): ReactNode {
  return (
    <Stack spacing={4}>
      <Requests direction="incoming" />
      <Requests direction="outgoing" />
    </Stack>
  );
}

export function BlockSection(): ReactNode {
  const t = useText(peopleTexts);
  const list = useCursorList(listBlocks, { query: {} });
  return (
    <CursorList
      list={list}
      keyOf={({ id }) => id}
      label={t('friends.blocked_list')}
      gap={0}
      empty={
        <EmptyState
          icon={BlockOutlined}
          title={t('friends.blocked_none')}
          hint={t('friends.blocked_none_hint')}
        />
      }
    >
      {(player) => <PlayerRow player={player} relation="blocked" />}
    </CursorList>
  );
}
