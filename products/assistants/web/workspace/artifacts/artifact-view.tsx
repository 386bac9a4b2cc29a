import { lazy, type ReactNode, Suspense } from 'react';
import { ListSkeleton } from '#platform/web';
import type { ChatArtifact } from '../../../contract/index.ts';
import { CodeBlock } from '../../pieces/code-block.tsx';
import { MermaidView } from '../../pieces/mermaid-view.tsx';
import { readGantt, readTable } from './artifact.rules.ts';
import { DiffLines } from './diff-lines.tsx';
import { GanttView } from './gantt-view.tsx';
import { TableView } from './table-view.tsx';

const BpmnView = lazy(async () => ({ default: (await import('../../pieces/bpmn-view.tsx')).BpmnView }));

const pretty = (content: string): string => {
  try {
    return JSON.stringify(JSON.parse(content), null, 2);
  } catch {
    return content;
  }
};

/** Shows an artifact by its kind; content that its kind cannot read is shown as text. */
export function ArtifactView({ artifact }: { readonly artifact: ChatArtifact }): ReactNode {
  const { kind, title, content } = artifact;
  switch (kind) {
    case 'mermaid':
      return <MermaidView source={content} title={title} />;
    case 'bpmn':
      return (
        <Suspense fallback={<ListSkeleton rows={1} height={420} />}>
          <BpmnView source={content} title={title} height="min(64vh, 560px)" />
        </Suspense>
      );
    case 'table': {
      const table = readTable(content);
      return table === null ? (
        <CodeBlock source={pretty(content)} language="json" />
      ) : (
        <TableView table={table} label={title} />
      );
    }
    case 'gantt': {
      const bars = readGantt(content);
      return bars === null ? (
        <CodeBlock source={pretty(content)} language="json" />
      ) : (
        <GanttView bars={bars} label={title} />
      );
    }
    case 'diff':
      return <DiffLines diff={content} label={title} />;
    case 'json':
      return <CodeBlock source={pretty(content)} language="json" />;
    case 'bsl':
    case 'query':
    case 'gherkin':
    case 'plantuml':
      return <CodeBlock source={content} language={kind} />;
  }
}
