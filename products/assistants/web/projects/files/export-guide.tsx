import { Box, Typography } from '@mui/material';
import { type ReactNode, useId } from 'react';
import { useText } from '#platform/web';
import { CodeBlock } from '../../pieces/code-block.tsx';
import { projectsTexts } from '../texts.ts';

const command =
  '1cv8 DESIGNER /F "C:\\Bases\\Trade" /N "Администратор" /P "***" /DumpConfigToFiles "C:\\Export"';

interface WayProps {
  readonly title: string;
  readonly steps: readonly string[];
}

function Way({ title, steps }: WayProps): ReactNode {
  return (
    <Box>
      <Typography variant="h4" component="h3">
        {title}
      </Typography>
      <Box component="ol" sx={{ my: 0.75, pl: 2.75, typography: 'body2', display: 'grid', gap: 0.5 }}>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </Box>
    </Box>
  );
}

/** How to get an export out of the Designer, of an extension, by command and out of EDT. */
export function ExportGuide(): ReactNode {
  const t = useText(projectsTexts);
  const id = useId();
  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={{ border: 1, borderColor: 'divider', borderRadius: '16px', p: { xs: 2, sm: 3 } }}
    >
      <Typography id={id} variant="h3" component="h2" sx={{ mb: 1.5 }}>
        {t('guide.title')}
      </Typography>
      <Box
        sx={{
          display: 'grid',
          gap: 2.5,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' },
        }}
      >
        <Way
          title={t('guide.designer')}
          steps={[t('guide.designer_1'), t('guide.designer_2'), t('guide.designer_3')]}
        />
        <Way title={t('guide.extension')} steps={[t('guide.extension_1'), t('guide.extension_2')]} />
        <Box sx={{ minWidth: 0 }}>
          <Typography variant="h4" component="h3" sx={{ mb: 0.75 }}>
            {t('guide.command')}
          </Typography>
          <CodeBlock source={command} language="cmd" />
        </Box>
        <Way title={t('guide.edt')} steps={[t('guide.edt_1')]} />
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 2 }}>
        {t('guide.privacy')}
      </Typography>
    </Box>
  );
}
