import { Box, Typography } from '@mui/material';
import { type ReactNode, useMemo, useState } from 'react';
import { EmptyState, LoadingState, useCall, useLanguage, useText } from '#platform/web';
import { getProjectImpact } from '../../../contract/index.ts';
import { ChoiceField } from '../../pieces/choice-field.tsx';
import { MermaidView } from '../../pieces/mermaid-view.tsx';
import { useProjectRefusals } from '../refusals.ts';
import { projectsTexts } from '../texts.ts';
import { drawingOf } from './impact.rules.ts';
import { ImpactList } from './impact-list.tsx';
import { useReasonWord } from './use-reason-word.ts';

export interface ImpactPanelProps {
  readonly projectId: string;
  /** English full name. */
  readonly name: string;
  /** The name for people. */
  readonly title: string;
}

const depths = [1, 2, 3, 4, 5] as const;

/** What a change of an object reaches: a drawing of the nearest, and the list with reasons. */
export function ImpactPanel({ projectId, name, title }: ImpactPanelProps): ReactNode {
  const t = useText(projectsTexts);
  const language = useLanguage();
  const refusals = useProjectRefusals();
  const reason = useReasonWord();
  const [depth, setDepth] = useState<(typeof depths)[number]>(1);
  const { data, error, refetch } = useCall(
    getProjectImpact,
    { params: { id: projectId }, query: { name, depth } },
    { keepPrevious: true },
  );
  const drawing = useMemo(
    () => (data === undefined ? null : drawingOf(data, { language, reason })),
    [data, language, reason],
  );
  if (data === undefined || drawing === null) {
    return <LoadingState error={error} onRetry={refetch} refusals={refusals} rows={4} />;
  }
  const total = data.impacted.length + data.left_out;
  return (
    <Box sx={{ minWidth: 0 }}>
      <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', alignItems: 'center', mb: 1.5 }}>
        <Typography role="status" sx={{ flex: '1 1 220px', fontWeight: 560 }}>
          {total === 0 ? '' : t('impact.found', { count: total })}
        </Typography>
        <ChoiceField
          label={t('impact.how_far')}
          value={depth}
          choices={depths.map((each) => ({ value: each, label: t('impact.depth', { count: each }) }))}
          onChange={setDepth}
          sx={{ minWidth: 140 }}
        />
      </Box>
      {total === 0 ? (
        <EmptyState title={t('impact.nothing')} hint={t('impact.nothing_hint')} />
      ) : (
        <>
          <MermaidView
            source={drawing.source}
            title={t('impact.graph', { name: title })}
            height="clamp(300px, 60vh, 620px)"
          />
          {drawing.shown < total ? (
            <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mt: 0.75 }}>
              {t('impact.graph_cut', { shown: drawing.shown, total })}
            </Typography>
          ) : null}
          <ImpactList projectId={projectId} impacted={data.impacted} target={data.target} />
          {data.left_out === 0 ? null : (
            <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
              {t('impact.left_out', { count: data.left_out })}
            </Typography>
          )}
        </>
      )}
    </Box>
  );
}
