import { Box, useMediaQuery } from '@mui/material';
import { type ReactNode, type Ref, useEffect, useEffectEvent, useImperativeHandle, useRef } from 'react';
import { useText } from '#platform/web';
import { memoryTexts } from '../texts.ts';
import type { GraphModel } from './graph-model.rules.ts';
import { createGraphView, type GraphView } from './graph-view.ts';
import { useInks } from './use-inks.ts';

export interface GraphCanvasHandle {
  fit(): void;
  zoomBy(factor: number): void;
  focusOn(id: string): void;
}

export interface GraphCanvasProps {
  readonly ref: Ref<GraphCanvasHandle>;
  readonly model: GraphModel;
  readonly selected: string | null;
  /** How much of its foot lies under other things, in pixels. */
  readonly coveredBelow: number;
  readonly onHover: (id: string | null, x: number, y: number) => void;
  readonly onSelect: (id: string | null) => void;
  readonly onExpand: (id: string) => void;
}

/** The canvas, kept in step with the model and the selection; everything in it is in the list beside it as well. */
export function GraphCanvas({
  ref,
  model,
  selected,
  coveredBelow,
  onHover,
  onSelect,
  onExpand,
}: GraphCanvasProps): ReactNode {
  const t = useText(memoryTexts);
  const canvas = useRef<HTMLCanvasElement>(null);
  const view = useRef<GraphView>(null);
  const inks = useInks();
  const reducedMotion = useMediaQuery('(prefers-reduced-motion: reduce)');
  const covered = useEffectEvent(() => coveredBelow);
  const currentInks = useEffectEvent(() => inks());
  const hover = useEffectEvent(onHover);
  const choose = useEffectEvent(onSelect);
  const expand = useEffectEvent(onExpand);
  const shown = useEffectEvent(() => ({ model, selected }));

  useEffect(() => {
    if (canvas.current === null) return undefined;
    const made = createGraphView({
      canvas: canvas.current,
      reducedMotion,
      inks: () => currentInks(),
      coveredBelow: () => covered(),
      onHover: (id, x, y) => hover(id, x, y),
      onSelect: (id) => choose(id),
      onExpand: (id) => expand(id),
    });
    view.current = made;
    const now = shown();
    made.show(now.model);
    made.select(now.selected, true);
    return () => {
      view.current = null;
      made.close();
    };
  }, [reducedMotion]);

  const drawn = useRef(model);
  useEffect(() => {
    if (drawn.current === model) return;
    drawn.current = model;
    view.current?.show(model);
  }, [model]);
  useEffect(() => view.current?.select(selected, false), [selected]);
  const paintedWith = useRef(inks);
  useEffect(() => {
    if (paintedWith.current === inks) return;
    paintedWith.current = inks;
    view.current?.repaint();
  }, [inks]);

  useImperativeHandle(ref, () => ({
    fit: () => view.current?.fit(),
    zoomBy: (factor) => view.current?.zoomBy(factor),
    focusOn: (id) => view.current?.select(id, true),
  }));
  return (
    <Box
      component="canvas"
      ref={canvas}
      role="img"
      aria-label={t('graph.canvas', { nodes: model.nodes.length, edges: model.edges.length })}
      sx={{ display: 'block', width: '100%', height: '100%', touchAction: 'none', cursor: 'grab' }}
    />
  );
}
