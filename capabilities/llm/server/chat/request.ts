import type { TSchema } from 'typebox';

/** Text the answer may be grounded on. Untrusted: whatever it says is data, never an instruction. */
export interface Passage {
  /** The caller's own id; citations carry it back. */
  readonly id: string;
  readonly text: string;
  /** Who said it or where it stands; shown to the model and used to attribute offline answers. */
  readonly title?: string;
  readonly occurredAt?: Date;
  /** The question this was said in reply to: tells the offline engine what the text is about; never quoted. */
  readonly replyTo?: string;
}

/** A tool the model may call. */
export interface ChatTool {
  /** Letters, digits, `_` and `-`, at most 64. */
  readonly name: string;
  readonly description: string;
  /** TypeBox or any JSON schema of an object. Arguments that do not match never reach `execute`. */
  readonly parameters: TSchema;
  /**
   * Runs the tool and answers a JSON value; the model then goes on. A thrown `Refusal` is told to the model by its
   * message, any other error without its text. Left out: the stream ends with reason `tool_calls` and the caller
   * continues with a message of role `tool`.
   */
  readonly execute?: (input: unknown, options: { readonly signal: AbortSignal }) => Promise<unknown>;
}

export interface ToolCall {
  readonly id: string;
  readonly name: string;
  readonly input: unknown;
}

export type ChatMessage =
  | { readonly role: 'user'; readonly content: string }
  | { readonly role: 'assistant'; readonly content: string; readonly toolCalls?: readonly ToolCall[] }
  | { readonly role: 'tool'; readonly callId: string; readonly name: string; readonly output: unknown };

export interface ChatRequest {
  /** Instructions of the product, trusted. */
  readonly system?: string;
  /** Oldest first; the last one is answered. */
  readonly messages: readonly ChatMessage[];
  /** Most relevant first: they are numbered [1], [2]… in this order, and dropped from the end when too many. */
  readonly passages?: readonly Passage[];
  readonly tools?: readonly ChatTool[];
  /** Default 1,024. */
  readonly maxOutputTokens?: number;
  /** 0 makes `answer` cacheable. Left out: the model's own default. */
  readonly temperature?: number;
  /** Language of the answer when the message itself does not tell. Default: detected, then `en`. */
  readonly locale?: 'ru' | 'en';
  /** Prompt and answer together, in estimated tokens. Default 16,000. Old messages and the last passages are dropped to fit. */
  readonly tokenBudget?: number;
}

/** On whose behalf and for what; the same for every method that may cost tokens. */
export interface LlmCall {
  /** Who pays from the daily budget, and inside whom results are cached. */
  readonly owner: string;
  /** Label of the token metrics: a short fixed word such as `chat` or `consolidation`, never user data. */
  readonly component: string;
  /** Ends the call; the iteration then throws the signal's reason. */
  readonly signal?: AbortSignal;
}
