import { Box, Button, Chip, Link, Stack, Typography } from '@mui/material';
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { Link as RouterLink } from 'react-router';
import {
  DataList,
  EmptyState,
  ErrorNotice,
  ListSkeleton,
  Page,
  useCall,
  useLocalized,
  useText,
} from '#platform/web';
import { type CodeRule, listCodeRules } from '../../../contract/index.ts';
import { ChoiceField } from '../../pieces/choice-field.tsx';
import { SearchField } from '../../pieces/search-field.tsx';
import { severityLooks } from '../findings/severity-mark.tsx';
import { severities } from '../settings/settings.rules.ts';
import { codeTexts } from '../texts.ts';
import { anyRule, type RuleFilter, rulesFor } from './rules.rules.ts';

function RuleCard({ rule }: { readonly rule: CodeRule }): ReactNode {
  const t = useText(codeTexts);
  const localized = useLocalized();
  const { icon: Icon, color } = severityLooks[rule.severity];
  const parameters = Object.entries(rule.parameters);
  const facts = [
    t(`severity.${rule.severity}`),
    t(`type.${rule.type}`),
    t(rule.active ? 'rules.active' : 'rules.inactive'),
    t('rules.minutes', { count: rule.minutes }),
    ...(rule.dialect === 'both' ? [] : [t(`rules.${rule.dialect}`)]),
  ];
  return (
    <Stack direction="row" spacing={1.5} sx={{ py: 1.5, alignItems: 'flex-start' }}>
      <Icon fontSize="small" sx={{ color, mt: 0.25 }} aria-hidden />
      <Box sx={{ minWidth: 0 }}>
        <Typography sx={{ fontWeight: 600 }}>{localized(rule.title)}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
          <Box component="code" sx={{ color: 'text.primary' }}>
            {rule.key}
          </Box>
          {` · ${facts.join(' · ')}`}
        </Typography>
        {parameters.length === 0 ? null : (
          <Stack direction="row" spacing={0.75} useFlexGap sx={{ flexWrap: 'wrap', mt: 0.75 }}>
            <Typography variant="body2">{t('rules.parameters')}:</Typography>
            {parameters.map(([name, value]) => (
              <Chip
                key={name}
                size="small"
                variant="outlined"
                label={`${name} = ${String(value).slice(0, 60)}`}
                sx={{ maxWidth: '100%' }}
              />
            ))}
          </Stack>
        )}
        {rule.standards.length === 0 ? null : (
          <Stack direction="row" spacing={1.5} useFlexGap sx={{ flexWrap: 'wrap', mt: 0.5 }}>
            {rule.standards.map(({ number, url }) => (
              <Link key={number} href={url} target="_blank" rel="noreferrer" variant="body2">
                {t('finding.standard', { number })}
              </Link>
            ))}
          </Stack>
        )}
      </Box>
    </Stack>
  );
}

/** All rules of the code check, to be searched. */
export function RulesScreen(): ReactNode {
  const t = useText(codeTexts);
  const rules = useCall(listCodeRules, {}, { staleTime: 3_600_000 });
  const [filter, setFilter] = useState<RuleFilter>(anyRule);
  const used = useDeferredValue(filter);
  const found = useMemo(() => rulesFor(rules.data?.items ?? [], used), [rules.data, used]);
  return (
    <Page
      title={t('rules.title')}
      help={t('rules.help')}
      actions={
        <Button component={RouterLink} to="/assistants/code" variant="outlined" color="inherit">
          {t('rules.back')}
        </Button>
      }
    >
      <Stack spacing={2}>
        <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', sm: '2fr 1fr 1fr' } }}>
          <SearchField
            label={t('rules.search')}
            value={filter.text}
            onChange={(text) => setFilter({ ...filter, text })}
          />
          <ChoiceField
            label={t('rules.severity')}
            value={filter.severity ?? ''}
            choices={[
              { value: '', label: t('rules.any') },
              ...severities.map((severity) => ({ value: severity, label: t(`severity.${severity}`) })),
            ]}
            onChange={(severity) => setFilter({ ...filter, severity: severity === '' ? null : severity })}
          />
          <ChoiceField
            label={t('rules.activity')}
            value={filter.active === null ? '' : filter.active ? 'on' : 'off'}
            choices={[
              { value: '', label: t('rules.any') },
              { value: 'on', label: t('rules.active') },
              { value: 'off', label: t('rules.inactive') },
            ]}
            onChange={(activity) =>
              setFilter({ ...filter, active: activity === '' ? null : activity === 'on' })
            }
          />
        </Box>
        <ErrorNotice error={rules.error} onRetry={rules.refetch} />
        {rules.isPending ? <ListSkeleton rows={6} /> : null}
        {rules.data === undefined ? null : (
          <>
            <Typography role="status" variant="body2" sx={{ color: 'text.secondary' }}>
              {t('rules.count', { count: found.length })}
            </Typography>
            {found.length === 0 ? (
              <EmptyState title={t('rules.nothing')} />
            ) : (
              <DataList items={found} keyOf={({ key }) => key} label={t('rules.title')} gap={0}>
                {(rule) => <RuleCard rule={rule} />}
              </DataList>
            )}
          </>
        )}
      </Stack>
    </Page>
  );
}
