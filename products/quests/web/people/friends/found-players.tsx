import PersonSearchOutlined from '@mui/icons-material/PersonSearchOutlined';
import type { ReactNode } from 'react';
import { CursorList, EmptyState, useCursorList, useText } from '#platform/web';
import { findPlayers } from '../../../contract/index.ts';
import type { Relation } from '../relations/relation.rules.ts';
import { peopleTexts } from '../texts.ts';
import { PlayerRow } from './player-row.tsx';
import { useKnownRelations } from './use-known-relations.ts';

/** Players of a name, or a part of one. */
export function FoundPlayers({ name }: { readonly name: string }): ReactNode {
  const t = useText(peopleTexts);
  const relationTo = useKnownRelations();
  const list = useCursorList(findPlayers, { query: { q: name } }, { keepPrevious: true });
  const note = (relation: Relation): string | undefined =>
    relation === 'friend' || relation === 'asked_by_me' || relation === 'asks_me'
      ? t(`relation.state_${relation}`)
      : undefined;
  return (
    <CursorList
      list={list}
      keyOf={({ id }) => id}
      label={t('friends.found')}
      gap={0}
      empty={
        <EmptyState
          icon={PersonSearchOutlined}
          title={t('friends.found_none')}
          hint={t('friends.found_none_hint')}
        />
      }
    >
      {(player) => {
        const known = relationTo(player.id);
        return <PlayerRow player={player} {...known} note={note(known.relation)} />;
      }}
    </CursorList>
  );
}
