import { Box, Chip, Link, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';
import { DataList, useLanguage, useText } from '#platform/web';
import { ownerObject } from '../names.rules.ts';
import { objectPath } from '../paths.ts';
import { projectsTexts } from '../texts.ts';
import { useLocalName } from '../use-local-name.ts';
import { byDepth, groupReasons, type Impacted, type ReasonGroup } from './impact.rules.ts';
import { useReasonWord } from './use-reason-word.ts';

const mostReasons = 4;
const mostVias = 3;

function ReasonLine({ group, target }: { readonly group: ReasonGroup; readonly target: string }): ReactNode {
  const t = useText(projectsTexts);
  const wordOf = useReasonWord();
  const localName = useLocalName();
  const { kind, to, vias, possible } = group;
  const shown = vias.filter((via) => via !== to).slice(0, mostVias);
  return (
    <Typography component="li" variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
      <Box component="span" sx={{ color: 'text.primary' }}>
        {wordOf(kind)}
      </Box>
      {shown.length === 0 ? '' : `: ${shown.map(localName).join(', ')}`}
      {vias.length > shown.length && shown.length === mostVias ? '…' : ''}
      {to === target ? '' : ` → ${localName(to)}`}
      {possible ? <Chip size="small" variant="outlined" label={t('impact.possible')} sx={{ ml: 1 }} /> : null}
    </Typography>
  );
}

interface AffectedProps {
  readonly projectId: string;
  readonly object: Impacted;
  readonly target: string;
}

function Affected({ projectId, object, target }: AffectedProps): ReactNode {
  const t = useText(projectsTexts);
  const language = useLanguage();
  const groups = groupReasons(object.reasons);
  const rest = groups.length - mostReasons;
  return (
    <Box sx={{ py: 1, minWidth: 0 }}>
      <Link
        component={RouterLink}
        to={objectPath(projectId, ownerObject(object.name))}
        color="inherit"
        sx={{ fontWeight: 560, overflowWrap: 'anywhere' }}
      >
        {object.names[language]}
      </Link>
      <Box component="ul" sx={{ m: 0, mt: 0.25, pl: 2.25 }}>
        {groups.slice(0, mostReasons).map((group) => (
          <ReasonLine key={`${group.kind}:${group.to}`} group={group} target={target} />
        ))}
      </Box>
      {rest > 0 ? (
        <Typography variant="caption" sx={{ color: 'text.secondary', pl: 2.25 }}>
          {t('impact.reasons_more', { count: rest })}
        </Typography>
      ) : null}
    </Box>
  );
}

export interface ImpactListProps {
  readonly projectId: string;
  readonly impacted: readonly Impacted[];
  readonly target: string;
}

/** Who is affected by a change, step by step, and why. */
export function ImpactList({ projectId, impacted, target }: ImpactListProps): ReactNode {
  const t = useText(projectsTexts);
  return byDepth(impacted).map(({ depth, objects }) => (
    <Box component="section" key={depth} sx={{ mt: 2.5 }}>
      <Typography variant="h4" component="h3">
        {depth === 1 ? t('impact.step_first') : t('impact.step', { step: depth })} · {objects.length}
      </Typography>
      <DataList items={objects} keyOf={({ name }) => name} label={t('impact.list')} gap={0}>
        {(object) => <Affected projectId={projectId} object={object} target={target} />}
      </DataList>
    </Box>
  ));
}
