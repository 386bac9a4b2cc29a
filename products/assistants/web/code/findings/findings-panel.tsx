import { Box, Button, Stack, TextField, Typography } from '@mui/material';
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { EmptyState, useText } from '#platform/web';
import type { CheckedFile, Severity } from '../../../contract/index.ts';
import { ChoiceField } from '../../pieces/choice-field.tsx';
import { severities } from '../settings/settings.rules.ts';
import { codeTexts } from '../texts.ts';
import { FindingList } from './finding-list.tsx';
import {
  type FindingFilter,
  type FoundAt,
  filtered,
  findingsOf,
  type Grouping,
  noFilter,
  rowsOf,
  ruleCounts,
} from './findings.rules.ts';
import { SeverityChips } from './severity-chips.tsx';

const groupings: readonly Grouping[] = ['none', 'file', 'rule', 'severity'];

export interface FindingsPanelProps {
  readonly files: readonly CheckedFile[];
  readonly chosen: string | null;
  readonly onChoose: (found: FoundAt) => void;
}

const isSeverity = (name: string): name is Severity => severities.some((severity) => severity === name);

/** The findings of a check: filters, groups and the list. */
export function FindingsPanel({ files, chosen, onChoose }: FindingsPanelProps): ReactNode {
  const t = useText(codeTexts);
  const [filter, setFilter] = useState<FindingFilter>(noFilter);
  const [grouping, setGrouping] = useState<Grouping>('none');
  const found = useMemo(() => findingsOf(files), [files]);
  const used = useDeferredValue(filter);
  const left = useMemo(() => filtered(found, used), [found, used]);
  const rows = useMemo(() => rowsOf(left, grouping), [left, grouping]);
  const rules = useMemo(() => ruleCounts(found), [found]);
  const counts = useMemo(
    () =>
      Object.fromEntries(
        severities.map((severity) => [
          severity,
          found.filter(({ finding }) => finding.severity === severity).length,
        ]),
      ),
    [found],
  );
  const isArchive = files.length > 1;

  if (found.length === 0) return <EmptyState title={t('result.clean')} hint={t('result.clean_hint')} />;
  return (
    <Stack spacing={1.5}>
      <SeverityChips
        label={t('filter.severities')}
        chosen={filter.severities}
        counts={counts}
        onChange={(chosenSeverities) => setFilter({ ...filter, severities: chosenSeverities })}
      />
      <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: 'repeat(auto-fit, minmax(140px, 1fr))' }}>
        <ChoiceField
          label={t('filter.rule')}
          value={rules.find(([key]) => key === filter.rule)?.[0] ?? ''}
          choices={[
            { value: '', label: t('filter.any_rule') },
            ...rules.map(([key, count]) => ({ value: key, label: `${key} (${count})` })),
          ]}
          onChange={(rule) => setFilter({ ...filter, rule: rule === '' ? null : rule })}
        />
        {isArchive ? (
          <TextField
            size="small"
            label={t('filter.file')}
            value={filter.file}
            onChange={({ target }) => setFilter({ ...filter, file: target.value })}
          />
        ) : null}
        <TextField
          size="small"
          label={t('filter.text')}
          value={filter.text}
          onChange={({ target }) => setFilter({ ...filter, text: target.value })}
        />
        <ChoiceField
          label={t('filter.group')}
          value={grouping}
          choices={groupings
            .filter((each) => isArchive || each !== 'file')
            .map((each) => ({ value: each, label: t(`filter.by.${each}`) }))}
          onChange={setGrouping}
        />
      </Box>
      <Typography role="status" variant="body2" sx={{ color: 'text.secondary' }}>
        {left.length === found.length
          ? t('result.findings', { count: found.length })
          : t('filter.shown', { shown: left.length, all: found.length })}
      </Typography>
      {rows.length === 0 ? (
        <EmptyState
          title={t('filter.nothing')}
          action={<Button onClick={() => setFilter(noFilter)}>{t('filter.reset')}</Button>}
        />
      ) : (
        <FindingList
          rows={rows}
          chosen={chosen}
          showsPath={isArchive && grouping !== 'file'}
          height={560}
          nameOf={(name) => (isSeverity(name) ? t(`severity.${name}`) : name)}
          onChoose={onChoose}
        />
      )}
    </Stack>
  );
}
