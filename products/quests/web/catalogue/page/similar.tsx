import type { ReactNode } from 'react';
import { useCall, useText } from '#platform/web';
import { similarQuests } from '../../../contract/index.ts';
import { useBecause } from '../because.ts';
import { CardWithHeart } from '../card-with-heart.tsx';
import { Section } from '../finding/sections.tsx';
import { QuestGrid } from '../quest-grid.tsx';
import { catalogueTexts } from '../texts.ts';

/** Quests that go with this one. */
export function Similar({ questId }: { readonly questId: string }): ReactNode {
  const t = useText(catalogueTexts);
  const because = useBecause();
  const { data } = useCall(similarQuests, { params: { id: questId } }, { staleTime: 300_000 });
  if (data === undefined || data.items.length === 0) return null;
  return (
    <Section title={t('similar')}>
      <QuestGrid row label={t('similar')} items={data.items} keyOf={({ quest }) => quest.id}>
        {({ quest, because: [reason] }) => {
          // That it is like the quest on this very page goes without saying.
          const reasons = reason === undefined || reason.kind === 'similar_to' ? [] : [reason];
          return <CardWithHeart quest={quest} because={because(reasons)} />;
        }}
      </QuestGrid>
    </Section>
  );
}
