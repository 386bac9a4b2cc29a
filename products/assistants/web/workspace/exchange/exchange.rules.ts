import { Check } from 'typebox/value';
import type { Problem } from '#platform/contract';
import { ApiProblem, type StreamEvent } from '#platform/web';
import {
  type AttachedFile,
  ChatArtifact,
  ChatReply,
  Citation,
  StartData,
  ToolData,
} from '../../../contract/index.ts';

/** What is asked of an assistant. */
export type Request =
  | {
      readonly kind: 'ask';
      readonly message: string;
      readonly files: readonly AttachedFile[];
      readonly projectId: string | null;
      /** The earlier question this one replaces. */
      readonly editOf: string | null;
    }
  | { readonly kind: 'regenerate'; readonly answerId: string }
  | { readonly kind: 'continue'; readonly answerId: string; readonly before: string };

/** A tool at work, or done. */
export interface ToolStep {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly status: 'started' | 'finished' | 'failed';
  readonly input: unknown;
  readonly text: string;
  readonly tookMs: number | null;
}

/** A request on its way and the answer growing after it. */
export interface Exchange {
  readonly role: string;
  readonly request: Request;
  /** Null while the server has not named it. */
  readonly conversationId: string | null;
  readonly answerId: string | null;
  readonly questionId: string | null;
  readonly text: string;
  readonly tools: readonly ToolStep[];
  readonly artifacts: readonly ChatArtifact[];
  readonly citations: readonly Citation[];
  readonly memoriesUsed: number;
  readonly phase: 'waiting' | 'writing' | 'done' | 'stopped' | 'failed';
  readonly reply: ChatReply | null;
  readonly problem: ApiProblem | null;
}

export type ExchangeEvent =
  | { readonly kind: 'received'; readonly event: StreamEvent }
  | { readonly kind: 'ended' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly problem: ApiProblem };

export function beginExchange(role: string, conversationId: string | null, request: Request): Exchange {
  return {
    role,
    request,
    conversationId,
    answerId: request.kind === 'continue' ? request.answerId : null,
    questionId: null,
    text: request.kind === 'continue' ? request.before : '',
    tools: [],
    artifacts: [],
    citations: [],
    memoriesUsed: 0,
    phase: 'waiting',
    reply: null,
    problem: null,
  };
}

/** Whether the answer is still being made. */
export function isRunning(exchange: Exchange | null | undefined): boolean {
  return exchange?.phase === 'waiting' || exchange?.phase === 'writing';
}

const field = (data: unknown, name: string): unknown =>
  typeof data === 'object' && data !== null ? new Map(Object.entries(data)).get(name) : undefined;

const isProblem = (data: unknown): data is Problem =>
  typeof field(data, 'title') === 'string' && typeof field(data, 'status') === 'number';

function stepped(tools: readonly ToolStep[], data: ToolData): readonly ToolStep[] {
  const known = tools.find(({ id }) => id === data.id);
  const step: ToolStep = {
    id: data.id,
    name: data.name,
    title: data.title,
    status: data.status,
    input: data.input ?? known?.input,
    text: data.text ?? known?.text ?? '',
    tookMs: data.took_ms ?? null,
  };
  return known === undefined ? [...tools, step] : tools.map((tool) => (tool.id === data.id ? step : tool));
}

function receive(exchange: Exchange, { event, data }: StreamEvent): Exchange {
  switch (event) {
    case 'start':
      return Check(StartData, data)
        ? {
            ...exchange,
            answerId: data.id,
            questionId: data.question_id,
            conversationId: data.conversation_id,
            memoriesUsed: data.memories_used,
          }
        : exchange;
    case 'text': {
      const added = field(data, 'text');
      return typeof added === 'string'
        ? { ...exchange, phase: 'writing', text: exchange.text + added }
        : exchange;
    }
    case 'tool':
      return Check(ToolData, data) ? { ...exchange, tools: stepped(exchange.tools, data) } : exchange;
    case 'artifact':
      return Check(ChatArtifact, data) ? { ...exchange, artifacts: [...exchange.artifacts, data] } : exchange;
    case 'citation':
      return Check(Citation, data) ? { ...exchange, citations: [...exchange.citations, data] } : exchange;
    case 'done':
      return Check(ChatReply, data)
        ? {
            ...exchange,
            phase: 'done',
            reply: data,
            text: data.response,
            answerId: data.id,
            questionId: data.question_id,
            conversationId: data.conversation_id,
          }
        : { ...exchange, phase: 'failed', problem: new ApiProblem(-1) };
    case 'error':
      return {
        ...exchange,
        phase: 'failed',
        problem: isProblem(data) ? new ApiProblem(data.status, data) : new ApiProblem(-1),
      };
    default:
      return exchange;
  }
}

const ended = (exchange: Exchange): Exchange => ({
  ...exchange,
  tools: exchange.tools.map((tool) => (tool.status === 'started' ? { ...tool, status: 'failed' } : tool)),
});

/** What an event makes of an exchange. After its end nothing changes it any more; unknown events are passed over. */
export function advance(exchange: Exchange, event: ExchangeEvent): Exchange {
  if (!isRunning(exchange)) return exchange;
  switch (event.kind) {
    case 'received':
      return receive(exchange, event.event);
    case 'ended':
      return { ...ended(exchange), phase: 'failed', problem: new ApiProblem(0) };
    case 'stopped':
      return { ...ended(exchange), phase: 'stopped' };
    case 'failed':
      return { ...ended(exchange), phase: 'failed', problem: event.problem };
  }
}
