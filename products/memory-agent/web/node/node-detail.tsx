import ArrowBackRounded from '@mui/icons-material/ArrowBackRounded';
import CloseRounded from '@mui/icons-material/CloseRounded';
import { Box, Button, Chip, IconButton, Skeleton, Typography } from '@mui/material';
import { type ReactNode, useEffect, useRef } from 'react';
import { ErrorNotice, PlainText, useCall, useText } from '#platform/web';
import { getNode, type MemoryNodeDetail } from '../../contract/index.ts';
import { KindMark } from '../levels/level-mark.tsx';
import { distinctLabel } from '../levels/node-text.rules.ts';
import { useRefusals } from '../refusals.ts';
import { memoryTexts } from '../texts.ts';
import { ImportanceSlider } from './importance-slider.tsx';
import { NodeActions } from './node-actions.tsx';
import { NodeEdges } from './node-edges.tsx';
import { NodeFacts } from './node-facts.tsx';
import { ProvenanceTree } from './provenance-tree.tsx';

export interface NodeDetailProps {
  readonly id: string;
  /** It fills the page: a way back instead of a cross. */
  readonly whole?: boolean;
  readonly onClose: () => void;
  readonly onOpen: (id: string) => void;
}

function Loaded({
  node,
  whole = false,
  onClose,
  onOpen,
}: Omit<NodeDetailProps, 'id'> & { readonly node: MemoryNodeDetail }): ReactNode {
  const t = useText(memoryTexts);
  const heading = whole ? 'h2' : 'h3';
  const label = node.level === 'l0' ? null : distinctLabel(node);
  return (
    <>
      {label === null ? null : (
        <Typography variant="h2" component="p" dir="auto" sx={{ overflowWrap: 'anywhere' }}>
          {label}
        </Typography>
      )}
      <Box sx={{ fontSize: '1.0625rem' }}>
        <PlainText>{node.content}</PlainText>
      </Box>
      <NodeActions node={node} onGone={onClose} />
      <NodeFacts node={node} />
      <ImportanceSlider node={node} />
      <ProvenanceTree
        heading={heading}
        node={node}
        direction="sources"
        title={t('node.tree_sources')}
        onOpen={onOpen}
      />
      <ProvenanceTree
        heading={heading}
        node={node}
        direction="derived"
        title={t('node.tree_derived')}
        onOpen={onOpen}
      />
      <NodeEdges heading={heading} node={node} onOpen={onOpen} />
    </>
  );
}

/** One memory: its words, what can be done with it, where it came from and what was made of it. */
export function NodeDetail({ id, whole = false, onClose, onOpen }: NodeDetailProps): ReactNode {
  const t = useText(memoryTexts);
  const refusals = useRefusals();
  const heading = useRef<HTMLHeadingElement>(null);
  const { data: node, error, refetch } = useCall(getNode, { params: { id } });

  useEffect(() => heading.current?.focus({ preventScroll: true }), []);

  return (
    <Box component="section" aria-label={t('node.content')} sx={{ display: 'grid', gap: 2.5, minWidth: 0 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, minHeight: 40 }}>
        {whole ? (
          <Button color="inherit" startIcon={<ArrowBackRounded />} onClick={onClose} sx={{ ml: -1 }}>
            {t('node.back')}
          </Button>
        ) : null}
        <Typography
          ref={heading}
          tabIndex={-1}
          component={whole ? 'h1' : 'h2'}
          sx={{ display: 'flex', alignItems: 'center', gap: 1, m: 0, outline: 'none' }}
        >
          {node === undefined ? null : <KindMark level={node.level} kind={node.kind} />}
          {node === undefined || node.deleted_at === null ? null : (
            <Chip size="small" label={t('browse.forgotten')} />
          )}
        </Typography>
        {whole ? null : (
          <IconButton aria-label={t('node.close')} onClick={onClose} sx={{ ml: 'auto', mr: -1 }}>
            <CloseRounded fontSize="small" />
          </IconButton>
        )}
      </Box>
      {node === undefined && error !== null ? (
        <ErrorNotice error={error} onRetry={refetch} refusals={refusals} />
      ) : null}
      {node === undefined && error === null ? (
        <Box aria-hidden sx={{ display: 'grid', gap: 2 }}>
          <Skeleton variant="rounded" height={72} />
          <Skeleton variant="rounded" height={40} width="60%" />
          <Skeleton variant="rounded" height={160} />
        </Box>
      ) : null}
      {node === undefined ? null : <Loaded node={node} whole={whole} onClose={onClose} onOpen={onOpen} />}
    </Box>
  );
}
