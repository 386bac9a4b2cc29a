import { useCallback, useEffect, useRef, useState } from 'react';
import type { ReplyOf } from '#platform/contract';
import { type Api, type ApiProblem, asProblem, useApi } from '#platform/web';
import { type DiagramKindName, drawDiagram, lintDiagram } from '../../contract/index.ts';
import type { DrawInput, Drawing, DrawRequest, UnreadLine } from './drawing.ts';

type Body = Parameters<typeof sentBody>[0];

const kinds: readonly DiagramKindName[] = [
  'bpmn',
  'sequence',
  'state',
  'c4',
  'er',
  'class',
  'flowchart',
  'gantt',
];

function sentBody(input: Exclude<DrawInput, { readonly from: 'mermaid' }>): {
  text?: string;
  kind?: DiagramKindName;
  model?: unknown;
  bpmn?: string;
} {
  if (input.from === 'model') return { model: input.model };
  if (input.from === 'bpmn') return { bpmn: input.bpmn };
  const kind = kinds.find((name) => name === input.kind);
  return { text: input.text, ...(kind === undefined ? {} : { kind }) };
}

const titleOf = (model: unknown): string => {
  const { title, name }: { title?: unknown; name?: unknown } = Object(model);
  return typeof title === 'string' ? title : typeof name === 'string' ? name : '';
};

async function unreadOf(input: Body, drawn: ReplyOf<typeof drawDiagram>): Promise<readonly UnreadLine[]> {
  if (input.from !== 'text') return [];
  const { unreadLines } = await import('./sources/unread-lines.ts');
  return unreadLines(drawn.kind, input.text, titleOf(drawn.model));
}

async function drawn(api: Api, { input, unread }: DrawRequest, signal: AbortSignal): Promise<Drawing> {
  if (input.from === 'mermaid') {
    const { kind, findings } = await api.call(lintDiagram, { body: { text: input.mermaid }, signal });
    return { kind, mermaid: input.mermaid, plantuml: null, bpmn: null, model: null, notes: findings, unread };
  }
  const reply = await api.call(drawDiagram, { body: sentBody(input), signal });
  return { ...reply, unread: [...unread, ...(await unreadOf(input, reply))] };
}

export interface DrawingControl {
  readonly drawing: Drawing | null;
  readonly isDrawing: boolean;
  readonly error: ApiProblem | null;
  draw(request: DrawRequest): Promise<void>;
}

/** Draws what was asked last; an older picture stays until the new one is there. */
export function useDrawing(): DrawingControl {
  const api = useApi();
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  const [isDrawing, setIsDrawing] = useState(false);
  const [error, setError] = useState<ApiProblem | null>(null);
  const running = useRef<AbortController | null>(null);
  const asked = useRef('');
  useEffect(() => () => running.current?.abort(), []);

  const draw = useCallback(
    async (request: DrawRequest): Promise<void> => {
      // The same again is there already, or on its way.
      const key = JSON.stringify(request);
      if (key === asked.current) return;
      asked.current = key;
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      setIsDrawing(true);
      setError(null);
      try {
        const next = await drawn(api, request, controller.signal);
        if (running.current === controller) setDrawing(next);
      } catch (problem) {
        if (running.current !== controller) return;
        asked.current = '';
        setError(asProblem(problem));
      } finally {
        if (running.current === controller) setIsDrawing(false);
      }
    },
    [api],
  );
  return { drawing, isDrawing, error, draw };
}
