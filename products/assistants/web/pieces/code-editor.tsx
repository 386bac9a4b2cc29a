import { Box, Skeleton } from '@mui/material';
import { lazy, type ReactNode, Suspense } from 'react';
import type { CodeEditorProps } from './code-editor-props.ts';

const Editor = lazy(async () => ({ default: (await import('./code-mirror.tsx')).CodeMirror }));

/** An editor of code and queries: colours, marks with words, undo. It fills a place of a height given beforehand. */
export function CodeEditor({ height, ...props }: CodeEditorProps & { readonly height: string }): ReactNode {
  return (
    <Box
      sx={{
        height,
        minWidth: 0,
        border: 1,
        borderColor: 'divider',
        borderRadius: '12px',
        overflow: 'hidden',
        bgcolor: 'background.paper',
      }}
    >
      <Suspense fallback={<Skeleton variant="rectangular" height="100%" />}>
        <Editor {...props} />
      </Suspense>
    </Box>
  );
}
