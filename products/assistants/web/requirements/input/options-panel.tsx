import ExpandMoreRounded from '@mui/icons-material/ExpandMoreRounded';
import {
  Accordion,
  AccordionDetails,
  AccordionSummary,
  FormControlLabel,
  Stack,
  Switch,
  TextField,
  Typography,
} from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import { requirementsTexts } from '../texts.ts';
import type { Options } from './options.rules.ts';

export interface OptionsPanelProps {
  readonly options: Options;
  readonly onChange: (options: Options) => void;
}

/** How a text is cut, and which words need no explanation. */
export function OptionsPanel({ options, onChange }: OptionsPanelProps): ReactNode {
  const t = useText(requirementsTexts);
  return (
    <Accordion
      disableGutters
      elevation={0}
      sx={{ border: 1, borderColor: 'divider', borderRadius: '12px', '&::before': { display: 'none' } }}
    >
      <AccordionSummary expandIcon={<ExpandMoreRounded />}>
        <Typography component="span">{t('options.title')}</Typography>
      </AccordionSummary>
      <AccordionDetails>
        <Stack spacing={2}>
          <FormControlLabel
            control={
              <Switch
                checked={options.keepTogether}
                onChange={(_event, keepTogether) => onChange({ ...options, keepTogether })}
              />
            }
            label={t('options.keep_together')}
          />
          <TextField
            size="small"
            label={t('options.acronyms')}
            helperText={t('options.acronyms_help')}
            value={options.acronyms}
            onChange={({ target }) => onChange({ ...options, acronyms: target.value })}
          />
          <TextField
            size="small"
            multiline
            minRows={2}
            maxRows={8}
            label={t('options.glossary')}
            helperText={t('options.glossary_help')}
            value={options.glossary}
            onChange={({ target }) => onChange({ ...options, glossary: target.value })}
          />
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t('options.text_only')}
          </Typography>
        </Stack>
      </AccordionDetails>
    </Accordion>
  );
}
