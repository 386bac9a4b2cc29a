import type { ReactNode } from 'react';
import type { KnowledgeDocument } from '../../../contract/index.ts';
import { FileEntry } from '../../pieces/file-entry.tsx';
import { documentPath } from '../paths.ts';
import { DocumentFacts } from './document-facts.tsx';
import { iconOfKind } from './document-kind.ts';
import { DocumentMenu } from './document-menu.tsx';
import { DocumentTrouble, StateChip } from './document-state.tsx';

export interface DocumentRowProps {
  readonly document: KnowledgeDocument;
  readonly onReplace: (file: File) => void;
}

/** A document in the list of its collection. */
export function DocumentRow({ document, onReplace }: DocumentRowProps): ReactNode {
  return (
    <FileEntry
      icon={iconOfKind(document.kind)}
      title={document.title ?? document.name}
      to={document.parts > 0 ? documentPath(document.id) : null}
      state={document.status === 'ready' ? null : <StateChip document={document} />}
      actions={<DocumentMenu document={document} onReplace={onReplace} />}
    >
      <DocumentFacts document={document} />
      <DocumentTrouble document={document} />
    </FileEntry>
  );
}
