import { Box, Button, Typography } from '@mui/material';
import { type ReactNode, useId, useState } from 'react';
import { useCall, useText } from '#platform/web';
import {
  type MemoryEdge,
  type MemoryNode,
  type MemoryNodeDetail,
  memoryGraph,
} from '../../contract/index.ts';
import { LevelDot } from '../levels/level-mark.tsx';
import { memoryTexts } from '../texts.ts';

const few = 8;

export interface NodeEdgesProps {
  readonly node: MemoryNodeDetail;
  /** The level of its heading. */
  readonly heading: 'h2' | 'h3';
  readonly onOpen: (id: string) => void;
}

interface Neighbour {
  readonly edge: MemoryEdge;
  readonly outward: boolean;
  readonly id: string;
  readonly known: MemoryNode | undefined;
}

/** The connections of a memory beside its origin: similar, mentioning, following, correcting ones. */
export function NodeEdges({ node, heading, onOpen }: NodeEdgesProps): ReactNode {
  const t = useText(memoryTexts);
  const titleId = useId();
  const [all, setAll] = useState(false);
  const beside = node.edges.some(({ kind }) => kind !== 'derived_from');
  const around = useCall(
    memoryGraph,
    { query: { center: node.id, depth: 1, limit: 200 } },
    { enabled: beside && node.deleted_at === null },
  );
  const known = new Map((around.data?.nodes ?? []).map((other) => [other.id, other]));
  const neighbours: readonly Neighbour[] = node.edges
    .filter(({ kind }) => kind !== 'derived_from')
    .map((edge) => {
      const outward = edge.from_id === node.id;
      const id = outward ? edge.to_id : edge.from_id;
      return { edge, outward, id, known: known.get(id) };
    });
  const shown = all ? neighbours : neighbours.slice(0, few);
  return (
    <Box component="section" aria-labelledby={titleId}>
      <Typography id={titleId} variant="h4" component={heading} sx={{ mb: 0.5 }}>
        {t('node.edges')}
      </Typography>
      {neighbours.length === 0 ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('node.edges_none')}
        </Typography>
      ) : (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {shown.map(({ edge, outward, id, known: other }) => (
            <li key={`${edge.kind}:${id}`}>
              <Button
                size="small"
                color="inherit"
                onClick={() => onOpen(id)}
                sx={{
                  fontWeight: 480,
                  gap: 1,
                  textAlign: 'start',
                  justifyContent: 'start',
                  maxWidth: '100%',
                }}
              >
                <Box component="span" sx={{ color: 'text.secondary', flexShrink: 0 }}>
                  {outward
                    ? t('node.edge_to', { kind: t(`edge.${edge.kind}`) })
                    : t('node.edge_from', { kind: t(`edge.${edge.kind}`) })}
                </Box>
                {other === undefined ? (
                  t('node.open')
                ) : (
                  <>
                    <LevelDot level={other.level} size={8} />
                    <Box
                      component="span"
                      sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
                    >
                      {other.label}
                    </Box>
                  </>
                )}
              </Button>
            </li>
          ))}
        </Box>
      )}
      {!all && neighbours.length > few ? (
        <Button size="small" onClick={() => setAll(true)}>
          {t('node.edges_more', { count: neighbours.length })}
        </Button>
      ) : null}
    </Box>
  );
}
