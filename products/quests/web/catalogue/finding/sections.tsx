import { Box, Stack, Typography } from '@mui/material';
import { type ReactNode, useId } from 'react';
import { useCall, useSession, useText } from '#platform/web';
import { listQuests, recommendedQuests } from '../../../contract/index.ts';
import { useBecause } from '../because.ts';
import { CardWithHeart } from '../card-with-heart.tsx';
import { QuestGrid, QuestGridSkeleton } from '../quest-grid.tsx';
import { catalogueTexts } from '../texts.ts';

interface SectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

export function Section({ title, children }: SectionProps): ReactNode {
  const id = useId();
  return (
    <Box component="section" aria-labelledby={id}>
      <Typography id={id} variant="h2" sx={{ mb: 1.5 }}>
        {title}
      </Typography>
      {children}
    </Box>
  );
}

function Recommended(): ReactNode {
  const t = useText(catalogueTexts);
  const { user } = useSession();
  const because = useBecause();
  const { data, isPending } = useCall(recommendedQuests, { query: { limit: 8 } }, { staleTime: 300_000 });
  const title = user === null ? t('recommended_anybody') : t('recommended');
  if (isPending) {
    return (
      <Section title={title}>
        <QuestGridSkeleton row cards={4} />
      </Section>
    );
  }
  // The catalogue is whole without it: a fault here is not worth a notice.
  if (data === undefined || data.items.length === 0) return null;
  return (
    <Section title={title}>
      <QuestGrid row label={title} items={data.items} keyOf={({ quest }) => quest.id}>
        {({ quest, because: reasons }) => <CardWithHeart quest={quest} because={because(reasons)} />}
      </QuestGrid>
    </Section>
  );
}

function NewOnes(): ReactNode {
  const t = useText(catalogueTexts);
  const { data } = useCall(listQuests, { query: { sort: 'new', limit: 8 } });
  if (data === undefined || data.items.length < 4) return null;
  return (
    <Section title={t('new_ones')}>
      <QuestGrid row label={t('new_ones')} items={data.items} keyOf={({ id }) => id}>
        {(quest) => <CardWithHeart quest={quest} />}
      </QuestGrid>
    </Section>
  );
}

/** What people see who came without a question. */
export function Sections(): ReactNode {
  return (
    <Stack spacing={4}>
      <Recommended />
      <NewOnes />
    </Stack>
  );
}
