import { Box, Button, Stack, Typography } from '@mui/material';
import { Fragment, type ReactNode, useMemo } from 'react';
import { DataList, useLocalized, useText } from '#platform/web';
import type { RequirementsAnalysis } from '../../../contract/index.ts';
import { actorRules, criterionRules } from '../list/filters.rules.ts';
import { requirementsTexts } from '../texts.ts';
import { Block, Fine } from './block.tsx';
import { Pair } from './pair.tsx';
import { RequirementLink } from './requirement-link.tsx';
import { SectionsBlock } from './sections-block.tsx';

export interface SetPanelProps {
  readonly analysis: RequirementsAnalysis;
  readonly onShow: (id: string) => void;
  /** Leads to the requirements with findings of some rules. */
  readonly onShowRules: (rules: readonly string[]) => void;
}

type Variant = RequirementsAnalysis['variants'][number];

function VariantTerms({
  variant,
  onShow,
}: { readonly variant: Variant } & Pick<SetPanelProps, 'onShow'>): ReactNode {
  const t = useText(requirementsTexts);
  return (
    <Box sx={{ fontSize: '0.875rem' }}>
      <Box sx={{ fontWeight: 600, mb: 0.5 }}>{t('set.preferred', { term: variant.preferred })}</Box>
      {variant.used.map(({ term, ids }) => (
        <Box key={term} sx={{ overflowWrap: 'anywhere' }}>
          {t('set.term_in', { term })}{' '}
          {ids.map((id, place) => (
            <Fragment key={id}>
              {place === 0 ? null : ', '}
              <RequirementLink id={id} onShow={onShow} />
            </Fragment>
          ))}
        </Box>
      ))}
    </Box>
  );
}

/** What is wrong with the requirements taken together. */
export function SetPanel({ analysis, onShow, onShowRules }: SetPanelProps): ReactNode {
  const t = useText(requirementsTexts);
  const localized = useLocalized();
  const { requirements, conflicts, duplicates, variants } = analysis;
  const byId = useMemo(() => new Map(requirements.map((one) => [one.id, one])), [requirements]);
  const withRules = (rules: readonly string[]): number =>
    requirements.filter(({ findings }) => findings.some(({ key }) => rules.includes(key))).length;
  const missing = [
    { name: 'actor' as const, rules: actorRules, count: withRules(actorRules) },
    { name: 'criterion' as const, rules: criterionRules, count: withRules(criterionRules) },
  ].filter(({ count }) => count > 0);
  const pair = { textOf: (id: string) => byId.get(id), onShow };
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 1.5,
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' },
        alignItems: 'start',
      }}
    >
      <Stack spacing={1.5}>
        <Block title={t('set.conflicts')} count={conflicts.length}>
          {conflicts.length === 0 ? (
            <Fine>{t('set.conflicts_none')}</Fine>
          ) : (
            <DataList
              items={conflicts}
              keyOf={({ ids, kind }) => `${kind}:${ids.join()}`}
              label={t('set.conflicts')}
            >
              {({ ids, kind, message }) => (
                <Pair ids={ids} word={t(`set.conflict.${kind}`)} note={localized(message)} {...pair} />
              )}
            </DataList>
          )}
        </Block>
        <Block title={t('set.duplicates')} count={duplicates.length}>
          {duplicates.length === 0 ? (
            <Fine>{t('set.duplicates_none')}</Fine>
          ) : (
            <DataList items={duplicates} keyOf={({ ids }) => ids.join()} label={t('set.duplicates')}>
              {({ ids, similarity }) => (
                <Pair
                  ids={ids}
                  word={t('set.similar', { percent: Math.round(similarity * 100) })}
                  {...pair}
                />
              )}
            </DataList>
          )}
        </Block>
      </Stack>
      <Stack spacing={1.5}>
        <Block title={t('set.missing')}>
          {missing.length === 0 ? (
            <Fine>{t('set.missing_none')}</Fine>
          ) : (
            missing.map(({ name, rules, count }) => (
              <Stack
                key={name}
                direction="row"
                sx={{ alignItems: 'center', justifyContent: 'space-between', gap: 1 }}
              >
                <Typography variant="body2">{t(`set.missing_${name}`, { count })}</Typography>
                <Button size="small" onClick={() => onShowRules(rules)}>
                  {t('set.show')}
                </Button>
              </Stack>
            ))
          )}
        </Block>
        <Block title={t('set.variants')} count={variants.length}>
          {variants.length === 0 ? (
            <Fine>{t('set.variants_none')}</Fine>
          ) : (
            <DataList items={variants} keyOf={({ preferred }) => preferred} label={t('set.variants')}>
              {(variant) => <VariantTerms variant={variant} onShow={onShow} />}
            </DataList>
          )}
        </Block>
        <SectionsBlock sections={analysis.sections} />
      </Stack>
    </Box>
  );
}
