import { Box, Link, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';
import type { KnowledgeDocument } from '../../../contract/index.ts';
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
  const Icon = iconOfKind(document.kind);
  const title = document.title ?? document.name;
  return (
    <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'flex-start', py: 1.25, minWidth: 0 }}>
      <Box aria-hidden sx={{ display: 'grid', color: 'text.secondary', mt: 0.25 }}>
        <Icon />
      </Box>
      <Box sx={{ flex: 1, minWidth: 0, display: 'grid', gap: 0.5 }}>
        <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center', minWidth: 0 }}>
          {document.parts > 0 ? (
            <Link
              component={RouterLink}
              to={documentPath(document.id)}
              color="inherit"
              sx={{ fontWeight: 560, overflowWrap: 'anywhere', minWidth: 0 }}
            >
              {title}
            </Link>
          ) : (
            <Typography sx={{ fontWeight: 560, overflowWrap: 'anywhere', minWidth: 0 }}>{title}</Typography>
          )}
          {document.status === 'ready' ? null : <StateChip document={document} />}
        </Box>
        <DocumentFacts document={document} />
        <DocumentTrouble document={document} />
      </Box>
      <DocumentMenu document={document} onReplace={onReplace} />
    </Box>
  );
}
