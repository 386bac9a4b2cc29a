import { Box } from '@mui/material';
import { Fragment, type ReactNode } from 'react';
import { RelativeTime, useText } from '#platform/web';
import type { KnowledgeDocument } from '../../../contract/index.ts';
import { FileSize } from '../../pieces/file-size.tsx';
import { knowledgeTexts } from '../texts.ts';
import { documentKindOf } from './document-kind.ts';

/** What a document is, how large, and how much of it the search knows. */
export function DocumentFacts({ document }: { readonly document: KnowledgeDocument }): ReactNode {
  const t = useText(knowledgeTexts);
  const { name, title, kind, size, pages, chunks, status, updated_at: updatedAt } = document;
  const known = documentKindOf(kind);
  const count = pages ?? 0;
  const facts: readonly { readonly key: string; readonly content: ReactNode }[] = [
    ...(title === null || title === name ? [] : [{ key: 'name', content: name }]),
    { key: 'kind', content: known === undefined ? t('document.unknown_kind') : t(`document.kind.${known}`) },
    { key: 'size', content: <FileSize bytes={size} /> },
    ...(pages === null
      ? []
      : [
          {
            key: 'pages',
            content: kind === 'xlsx' ? t('document.sheets', { count }) : t('document.pages', { count }),
          },
        ]),
    ...(chunks > 0
      ? [{ key: 'chunks', content: t('document.chunks', { count: chunks }) }]
      : status === 'ready'
        ? [{ key: 'chunks', content: t('document.not_indexed') }]
        : []),
    { key: 'time', content: <RelativeTime value={updatedAt} /> },
  ];
  return (
    <Box
      component="span"
      sx={{ typography: 'caption', color: 'text.secondary', overflowWrap: 'anywhere', display: 'block' }}
    >
      {facts.map(({ key, content }, at) => (
        <Fragment key={key}>
          {at === 0 ? '' : ' · '}
          {content}
        </Fragment>
      ))}
    </Box>
  );
}
