import type { Tool, ToolGroup } from '../tools/tool.ts';

/** What a client of the tool server may do: read, read and judge, or everything. */
export type Preset = ToolGroup;

export const presets: readonly Preset[] = ['analysis', 'review', 'development'];

/** Whether a preset offers a tool: each offers what those before it do. */
export function isOffered({ group }: Pick<Tool, 'group'>, preset: Preset): boolean {
  return presets.indexOf(group) <= presets.indexOf(preset);
}
