import { Button, Stack, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { type ReactNode, useMemo, useState } from 'react';
import { Link } from 'react-router';
import { Page, useText } from '#platform/web';
import { GroundSelect } from '../pieces/ground-select.tsx';
import { useGround } from '../pieces/use-ground.ts';
import { ArchiveReview } from './archive/archive-review.tsx';
import { ModuleReview } from './module-review.tsx';
import { reviewsPath } from './reviews/paths.ts';
import { reviewsTexts } from './reviews/texts.ts';
import { useRules } from './rules/use-rules.ts';
import { defaultSettings } from './settings/settings.rules.ts';
import { SettingsPanel } from './settings/settings-panel.tsx';
import { codeTexts } from './texts.ts';

/** The code check: one module in the editor, or an export as a zip. */
export function CodeScreen(): ReactNode {
  const t = useText(codeTexts);
  const saved = useText(reviewsTexts);
  const rules = useRules();
  const [mode, setMode] = useState<'module' | 'archive'>('module');
  const [chosen, setChosen] = useState(defaultSettings);
  const { projectId } = useGround();
  const settings = useMemo(() => ({ ...chosen, projectId }), [chosen, projectId]);
  const Review = mode === 'module' ? ModuleReview : ArchiveReview;
  return (
    <Page
      width="full"
      title={t('title')}
      help={t('help')}
      actions={
        <>
          <Button component={Link} to={reviewsPath} variant="outlined" color="inherit">
            {saved('link')}
          </Button>
          <Button component={Link} to="/assistants/code/rules" variant="outlined" color="inherit">
            {t('rules.link')}
          </Button>
        </>
      }
    >
      <Stack spacing={2}>
        <Stack
          direction={{ xs: 'column', sm: 'row' }}
          spacing={2}
          sx={{ alignItems: { xs: 'flex-start', sm: 'center' } }}
        >
          <ToggleButtonGroup
            exclusive
            size="small"
            value={mode}
            aria-label={t('mode.label')}
            onChange={(_event, next: 'module' | 'archive' | null) => {
              if (next !== null) setMode(next);
            }}
          >
            <ToggleButton value="module">{t('mode.module')}</ToggleButton>
            <ToggleButton value="archive">{t('mode.archive')}</ToggleButton>
          </ToggleButtonGroup>
          {mode === 'module' ? <GroundSelect /> : null}
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t('privacy')}
          </Typography>
        </Stack>
        <SettingsPanel settings={settings} onChange={setChosen} rules={rules} />
        <Review settings={settings} rules={rules} />
      </Stack>
    </Page>
  );
}
