import { Refusal } from '#base/refusal';
import type { Tool, ToolCallContext, ToolResult } from './tool.ts';

/** All tools by name. */
export interface Toolbox {
  readonly all: readonly Tool[];
  has(name: string): boolean;
  /** The tools of these names, in this order; unknown names are left out. */
  pick(names: readonly string[]): readonly Tool[];
  /**
   * Checks the input and runs the tool.
   * @throws Refusal `not_found` `assistants.unknown_tool`, `invalid` `assistants.tool_input`, and the tool's own.
   */
  run(name: string, input: unknown, context: ToolCallContext): Promise<ToolResult>;
}

/** @throws Error when two tools have one name. */
export function createToolbox(
  tools: readonly Tool[],
  check: (tool: Tool, input: unknown) => string | undefined,
): Toolbox {
  const byName = new Map(tools.map((tool) => [tool.name, tool]));
  if (byName.size !== tools.length) throw new Error('Two tools have one name.');
  return {
    all: tools,
    has: (name) => byName.has(name),
    pick: (names) => names.flatMap((name) => byName.get(name) ?? []),
    run(name, input, context) {
      const tool = byName.get(name);
      if (tool === undefined)
        throw new Refusal('not_found', 'assistants.unknown_tool', `There is no tool ${name}.`);
      const fault = check(tool, input);
      if (fault !== undefined) throw new Refusal('invalid', 'assistants.tool_input', fault);
      return tool.run(input as Parameters<Tool['run']>[0], context);
    },
  };
}
