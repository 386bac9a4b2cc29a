import type { Static, TObject } from 'typebox';
import type { Workspace } from '#capabilities/tenants/server';
import type { Text } from '#products/assistants/engines/diagnostics';

/** Where a statement of an answer comes from. */
export interface Source {
  readonly kind: 'document' | 'code' | 'metadata' | 'file' | 'memory' | 'standard';
  readonly title: string;
  /** The document, module or file; a URL for standards. */
  readonly reference: string;
  /** One-based. */
  readonly page?: number;
  /** One-based, inclusive. */
  readonly lines?: readonly [first: number, last: number];
  readonly excerpt: string;
}

/** Something an answer shows beside its words. */
export interface Artifact {
  readonly kind:
    | 'bsl'
    | 'query'
    | 'mermaid'
    | 'plantuml'
    | 'bpmn'
    | 'gherkin'
    | 'table'
    | 'gantt'
    | 'diff'
    | 'json';
  readonly title: string;
  /** Text in the language of its kind; JSON for `table`, `gantt` and `json`. */
  readonly content: string;
}

export interface ToolResult {
  /** JSON for the model and for programs; at most 64 KiB, longer lists are cut with a count of what was left out. */
  readonly data: unknown;
  /** Markdown for a person, in the language of the call. */
  readonly text: string;
  readonly sources?: readonly Source[];
  readonly artifacts?: readonly Artifact[];
}

/** A file a person attached to a message, already read. */
export interface AttachedFile {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly bytes: Uint8Array;
}

export interface ToolCallContext {
  readonly workspace: Workspace;
  readonly locale: 'ru' | 'en';
  /** The project whose configuration and code ground the answer. */
  readonly projectId: string | undefined;
  readonly files: readonly AttachedFile[];
  readonly signal: AbortSignal;
  /** Hears how far a long call is, where somebody listens. */
  readonly progress?: (done: number, total: number) => void;
}

/** Which presets of the tool server offer a tool: reading only, reading and judging, or everything. */
export type ToolGroup = 'analysis' | 'review' | 'development';

/**
 * An engine as a tool. One declaration serves the language model, the router that works without one, the tool server
 * (MCP) and the pages: its input is checked against `parameters` before `run`.
 */
export interface Tool<Parameters extends TObject = TObject> {
  /** Letters, digits and `_`; stable. */
  readonly name: string;
  readonly group: ToolGroup;
  readonly title: Text;
  /** For the model: when to use it and what it answers, in English. */
  readonly description: string;
  readonly parameters: Parameters;
  /**
   * @throws Refusal for input that the engine refuses; its message goes to the model and to people.
   */
  run(input: Static<Parameters>, context: ToolCallContext): Promise<ToolResult>;
}

/** Keeps the literal types of a tool's parameters for its `run`. */
export function defineTool<Parameters extends TObject>(tool: Tool<Parameters>): Tool<Parameters> {
  return tool;
}
