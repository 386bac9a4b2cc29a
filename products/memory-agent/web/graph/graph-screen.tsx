import HubOutlined from '@mui/icons-material/HubOutlined';
import ListRounded from '@mui/icons-material/ListRounded';
import {
  Box,
  Button,
  CircularProgress,
  Drawer,
  IconButton,
  Paper,
  Tooltip,
  Typography,
  useMediaQuery,
} from '@mui/material';
import { type ReactNode, useRef, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { EmptyState, ErrorNotice, useText } from '#platform/web';
import type { Level } from '../levels/levels.ts';
import { chatPath, graphPath } from '../paths.ts';
import { useRefusals } from '../refusals.ts';
import { useMemoryNews } from '../stats/use-memory-news.ts';
import { memoryTexts } from '../texts.ts';
import { GraphCanvas, type GraphCanvasHandle } from './graph-canvas.tsx';
import { GraphLegend } from './graph-legend.tsx';
import { GraphSearch } from './graph-search.tsx';
import { GraphTools } from './graph-tools.tsx';
import { HoverCard } from './hover-card.tsx';
import { SelectedCard } from './selected-card.tsx';
import { useGraph } from './use-graph.ts';
import { VisibleNodes } from './visible-nodes.tsx';

const nothing: ReadonlySet<Level> = new Set();

function GraphOf({ center }: { readonly center: string | null }): ReactNode {
  const t = useText(memoryTexts);
  const refusals = useRefusals();
  const canvas = useRef<GraphCanvasHandle>(null);
  const wide = useMediaQuery('(min-width: 1080px)');
  const [expanded, setExpanded] = useState<readonly string[]>([]);
  const [hidden, setHidden] = useState(nothing);
  const [selected, setSelected] = useState<string | null>(center);
  const [hover, setHover] = useState<{ readonly id: string; readonly x: number; readonly y: number } | null>(
    null,
  );
  const [drawer, setDrawer] = useState(false);
  const graph = useGraph(center, expanded, hidden);
  useMemoryNews();

  const { model } = graph;
  const nodeOf = (id: string | null) => (id === null ? undefined : model.nodes[model.indexOf.get(id) ?? -1]);
  const selectedNode = nodeOf(selected);
  const hoveredNode = nodeOf(hover?.id ?? null);
  const expand = (id: string): void => {
    setSelected(id);
    setExpanded((before) => (before.includes(id) ? before : [...before, id]));
  };
  const focusOn = (id: string): void => {
    setSelected(id);
    canvas.current?.focusOn(id);
  };
  const toggle = (level: Level): void =>
    setHidden((before) => {
      const after = new Set(before);
      if (!after.delete(level)) after.add(level);
      return after;
    });
  const empty = !graph.isPending && graph.error === null && model.nodes.length === 0 && hidden.size === 0;
  const list = <VisibleNodes nodes={model.nodes} selected={selected} onSelect={focusOn} onExpand={expand} />;
  const card =
    selectedNode === undefined ? null : (
      <SelectedCard
        node={selectedNode}
        expanded={expanded.includes(selectedNode.id)}
        expanding={graph.isExpanding && expanded.at(-1) === selectedNode.id}
        onExpand={() => expand(selectedNode.id)}
        onClose={() => setSelected(null)}
      />
    );
  return (
    <Box sx={{ display: 'flex', flex: 1, minHeight: 0 }}>
      <Box sx={{ display: 'flex', flexDirection: 'column', flex: 1, minWidth: 0 }}>
        <Box
          sx={{
            display: 'flex',
            flexWrap: 'wrap',
            alignItems: 'center',
            gap: 1.5,
            px: { xs: 2, sm: 3 },
            py: 1.25,
            borderBottom: 1,
            borderColor: 'divider',
          }}
        >
          <Typography variant="h3" component="h1">
            {t('graph.title')}
          </Typography>
          <Typography variant="caption" role="status" sx={{ color: 'text.secondary' }}>
            {graph.isPending ? t('graph.loading') : t('graph.shown', { count: model.nodes.length })}
          </Typography>
          {center === null ? null : (
            <Button size="small" component={Link} to={graphPath()}>
              {t('graph.whole')}
            </Button>
          )}
          <Box sx={{ ml: { sm: 'auto' }, display: 'flex', gap: 1, flex: { xs: '1 1 100%', sm: '0 0 auto' } }}>
            <GraphSearch nodes={model.nodes} onPick={focusOn} />
            {wide ? null : (
              <Tooltip title={t('graph.open_list')}>
                <IconButton aria-label={t('graph.open_list')} onClick={() => setDrawer(true)}>
                  <ListRounded fontSize="small" />
                </IconButton>
              </Tooltip>
            )}
          </Box>
        </Box>
        <Box sx={{ position: 'relative', flex: 1, minHeight: 0, overflow: 'hidden' }}>
          {graph.isPending ? (
            <Box sx={{ position: 'absolute', inset: 0, display: 'grid', placeItems: 'center' }}>
              <CircularProgress aria-label={t('graph.loading')} />
            </Box>
          ) : null}
          {empty ? (
            <EmptyState
              icon={HubOutlined}
              title={t('graph.empty')}
              hint={t('graph.empty_hint')}
              action={
                <Button component={Link} to={chatPath()} variant="contained">
                  {t('browse.empty_chat')}
                </Button>
              }
            />
          ) : graph.isPending || (graph.error !== null && model.nodes.length === 0) ? null : (
            <GraphCanvas
              ref={canvas}
              model={model}
              selected={selected}
              coveredBelow={wide ? 56 : card === null ? 96 : 180}
              onHover={(id, x, y) => setHover(id === null ? null : { id, x, y })}
              onSelect={setSelected}
              onExpand={expand}
            />
          )}
          {graph.error === null ? null : (
            <Box
              sx={{
                position: 'absolute',
                top: 16,
                left: 16,
                right: 16,
                zIndex: 2,
                bgcolor: 'background.paper',
                borderRadius: '12px',
              }}
            >
              <ErrorNotice error={graph.error} onRetry={graph.refetch} refusals={refusals} />
            </Box>
          )}
          {hover === null || hoveredNode === undefined ? null : (
            <HoverCard node={hoveredNode} x={hover.x} y={hover.y} />
          )}
          {empty ? null : (
            <>
              <Box sx={{ position: 'absolute', right: 12, top: 12 }}>
                <GraphTools canvas={canvas} />
              </Box>
              <Box
                sx={{
                  position: 'absolute',
                  left: 12,
                  right: 12,
                  bottom: 12,
                  display: 'grid',
                  gap: 1,
                  justifyItems: 'start',
                  pointerEvents: 'none',
                  '& > *': { pointerEvents: 'auto' },
                }}
              >
                {graph.truncated ? (
                  <Typography
                    variant="caption"
                    sx={{ color: 'text.secondary', bgcolor: 'background.default', borderRadius: 1, px: 0.5 }}
                  >
                    {t('graph.truncated')}
                  </Typography>
                ) : null}
                {wide || card === null ? null : (
                  <Paper variant="outlined" sx={{ p: 1.5, pt: 0.75, width: '100%', maxWidth: 460 }}>
                    {card}
                  </Paper>
                )}
                {wide || card === null ? <GraphLegend hidden={hidden} onToggle={toggle} /> : null}
              </Box>
            </>
          )}
        </Box>
      </Box>
      {wide ? (
        <Box
          component="aside"
          aria-label={t('graph.list')}
          sx={{
            display: 'flex',
            flexDirection: 'column',
            width: 320,
            flexShrink: 0,
            minHeight: 0,
            borderLeft: 1,
            borderColor: 'divider',
            pt: 1.5,
          }}
        >
          <Box sx={{ px: 2, pb: 1.5, mb: 1.5, borderBottom: 1, borderColor: 'divider' }}>
            {card ?? (
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                {t('graph.hint')}
              </Typography>
            )}
          </Box>
          {list}
        </Box>
      ) : (
        <Drawer
          anchor="bottom"
          open={drawer}
          onClose={() => setDrawer(false)}
          slotProps={{
            paper: {
              role: 'dialog',
              'aria-label': t('graph.list'),
              sx: { height: '70dvh', pt: 2, borderRadius: '16px 16px 0 0' },
            },
          }}
        >
          {list}
        </Drawer>
      )}
    </Box>
  );
}

/** The memory as a graph: around one memory when the address names it, else the most important ones. */
export function GraphScreen(): ReactNode {
  const [search] = useSearchParams();
  const center = search.get('center');
  return <GraphOf key={center ?? ''} center={center} />;
}
