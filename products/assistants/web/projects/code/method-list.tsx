import { Box, ButtonBase, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import type { ProjectModuleSource } from '../../../contract/index.ts';
import { FoldableContents } from '../../pieces/foldable-contents.tsx';
import { projectsTexts } from '../texts.ts';

export type Method = ProjectModuleSource['outline'][number];

export interface MethodListProps {
  readonly methods: readonly Method[];
  readonly onChoose: (method: Method) => void;
}

/** The procedures and functions of a module as a way through it. */
export function MethodList({ methods, onChoose }: MethodListProps): ReactNode {
  const t = useText(projectsTexts);
  if (methods.length === 0) {
    return (
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('module.no_methods')}
      </Typography>
    );
  }
  return (
    <FoldableContents
      title={t('module.methods')}
      heading="h3"
      showLabel={t('module.show_methods')}
      hideLabel={t('module.hide_methods')}
      maxHeight="68vh"
      entries={methods}
    >
      {(method, _place, fold) => (
        <li key={method.first_line}>
          <ButtonBase
            title={method.signature}
            onClick={() => {
              fold();
              onChoose(method);
            }}
            sx={{
              display: 'block',
              width: '100%',
              textAlign: 'start',
              px: 1,
              py: 0.75,
              borderRadius: '8px',
              typography: 'body2',
              overflowWrap: 'anywhere',
              '&:hover': { bgcolor: 'action.hover' },
            }}
          >
            {method.name}
            <Box component="span" sx={{ typography: 'caption', color: 'text.secondary', display: 'block' }}>
              {t('module.line_at', { line: method.first_line })}
              {method.exported ? ` · ${t('module.export')}` : ''}
            </Box>
          </ButtonBase>
        </li>
      )}
    </FoldableContents>
  );
}
