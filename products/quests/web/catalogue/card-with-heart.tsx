import type { ComponentProps, ReactNode } from 'react';
import { useCall, useSession } from '#platform/web';
import { listFavouriteIds } from '../../contract/index.ts';
import { QuestCard } from '../pieces/index.ts';
import { FavouriteButton } from './page/favourite-button.tsx';

/** A quest in a list that can be marked there. All hearts of a page are told by one question. */
export function CardWithHeart(props: Omit<ComponentProps<typeof QuestCard>, 'action'>): ReactNode {
  const { id, title } = props.quest;
  const { user } = useSession();
  const { data } = useCall(listFavouriteIds, {}, { enabled: user !== null, staleTime: 60_000 });
  const favourite = data?.ids.includes(id) ?? false;
  return <QuestCard {...props} action={<FavouriteButton questId={id} favourite={favourite} of={title} />} />;
}
