import { Box } from '@mui/material';
import { Fragment, type ReactNode } from 'react';
import { useLanguage, useLocalized, useText } from '#platform/web';
import type { QuestDetail } from '../../../contract/index.ts';
import { Difficulty, Duration, Length, useDifficultyName, Word } from '../../pieces/index.ts';
import { useLanguageName } from '../finding/filter-names.ts';
import { catalogueTexts } from '../texts.ts';

/** What one wants to know before setting out. */
export function QuestFacts({ quest }: { readonly quest: QuestDetail }): ReactNode {
  const t = useText(catalogueTexts);
  const language = useLanguage();
  const localized = useLocalized();
  const languageName = useLanguageName();
  const difficultyName = useDifficultyName();
  const listed = (names: readonly string[]): string =>
    new Intl.ListFormat(language, { type: 'unit', style: 'long' }).format(names);
  const named = (words: QuestDetail['tools']): string => listed(words.map(({ name }) => localized(name)));
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('fact.duration'), <Duration key="duration" minutes={quest.duration_minutes} />],
    [t('fact.length'), <Length key="length" metres={quest.length_metres} />],
    [t('fact.points'), new Intl.NumberFormat(language).format(quest.point_count)],
    [
      t('fact.difficulty'),
      <Box key="difficulty" component="span" sx={{ display: 'inline-flex', gap: 1 }}>
        <span aria-hidden>{difficultyName(quest.difficulty)}</span>
        <Difficulty level={quest.difficulty} />
      </Box>,
    ],
    [t('fact.order'), t(`order.${quest.order_mode}`)],
    [t('fact.vehicle'), <Word key="vehicle" word={quest.vehicle} />],
    [t('fact.place'), quest.place === null ? null : <Word key="place" word={quest.place} />],
    [t('fact.activities'), quest.activities.length === 0 ? null : named(quest.activities)],
    [t('fact.tools'), quest.tools.length === 0 ? null : named(quest.tools)],
    [t('fact.languages'), listed(quest.languages.map(languageName))],
    [t('fact.age'), quest.age_from === null ? null : t('fact.age_from', { age: quest.age_from })],
    [t('fact.opening_hours'), quest.opening_hours === '' ? null : quest.opening_hours],
    [t('fact.accessibility'), quest.accessibility === '' ? null : quest.accessibility],
    [
      t('fact.finished'),
      quest.finished_count === 0 ? null : t('fact.finished_by', { count: quest.finished_count }),
    ],
  ];
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        gridTemplateColumns: 'minmax(110px, max-content) minmax(0, 1fr)',
        columnGap: 2.5,
        rowGap: 1,
        '& dt': { color: 'text.secondary' },
        '& dd': { m: 0, overflowWrap: 'anywhere' },
      }}
    >
      {facts.map(([name, value]) =>
        value === null ? null : (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Fragment>
        ),
      )}
    </Box>
  );
}
