import { Box, Button, ButtonBase, Typography } from '@mui/material';
import { type ReactNode, useId, useState } from 'react';
import { useText } from '#platform/web';
import type { ProjectModuleSource } from '../../../contract/index.ts';
import { projectsTexts } from '../texts.ts';

export type Method = ProjectModuleSource['outline'][number];

export interface MethodListProps {
  readonly methods: readonly Method[];
  readonly onChoose: (method: Method) => void;
}

/** The procedures and functions of a module as a way through it; folded on narrow screens. */
export function MethodList({ methods, onChoose }: MethodListProps): ReactNode {
  const t = useText(projectsTexts);
  const id = useId();
  const [open, setOpen] = useState(false);
  if (methods.length === 0) {
    return (
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('module.no_methods')}
      </Typography>
    );
  }
  return (
    <Box component="nav" aria-label={t('module.methods')} sx={{ minWidth: 0 }}>
      <Typography variant="h4" component="h3" sx={{ display: { xs: 'none', md: 'block' }, mb: 0.5 }}>
        {t('module.methods')}
      </Typography>
      <Button
        variant="outlined"
        color="inherit"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        sx={{ display: { md: 'none' }, width: '100%' }}
      >
        {open ? t('module.hide_methods') : t('module.show_methods')}
      </Button>
      <Box
        component="ul"
        id={id}
        sx={{
          listStyle: 'none',
          m: 0,
          p: 0,
          display: { xs: open ? 'grid' : 'none', md: 'grid' },
          gridTemplateColumns: 'minmax(0, 1fr)',
          maxHeight: { md: '68vh' },
          overflowY: { md: 'auto' },
        }}
      >
        {methods.map((method) => (
          <li key={method.first_line}>
            <ButtonBase
              title={method.signature}
              onClick={() => {
                setOpen(false);
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
        ))}
      </Box>
    </Box>
  );
}
