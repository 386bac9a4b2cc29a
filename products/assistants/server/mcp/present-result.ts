import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import type { Artifact, ToolResult } from '../tools/tool.ts';

const mediaTypes: Readonly<Record<Artifact['kind'], string>> = {
  bsl: 'text/x-bsl',
  query: 'text/x-sdbl',
  mermaid: 'text/vnd.mermaid',
  plantuml: 'text/x-plantuml',
  bpmn: 'application/bpmn+xml',
  gherkin: 'text/x-gherkin',
  diff: 'text/x-diff',
  table: 'application/json',
  gantt: 'application/json',
  json: 'application/json',
};

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Plain JSON: what cannot cross the wire is left out. */
function structured(data: unknown, sources: ToolResult['sources']): Record<string, unknown> {
  const plain: unknown = JSON.parse(JSON.stringify(data ?? null));
  const record = isRecord(plain) ? plain : { result: plain };
  return sources === undefined || sources.length === 0 ? record : { ...record, sources };
}

/** A tool's result as the protocol carries it: words, artifacts as embedded resources, data. */
export function presentResult(
  name: string,
  { data, text, sources, artifacts = [] }: ToolResult,
): CallToolResult {
  return {
    content: [
      { type: 'text', text },
      ...artifacts.map(({ kind, title, content }, at) => ({
        type: 'resource' as const,
        resource: {
          uri: `quintet://${name}/${at + 1}/${encodeURIComponent(title).slice(0, 200)}`,
          mimeType: mediaTypes[kind],
          text: content,
        },
      })),
    ],
    structuredContent: structured(data, sources),
  };
}
