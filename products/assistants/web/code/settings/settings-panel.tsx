import ExpandMoreRounded from '@mui/icons-material/ExpandMoreRounded';
import {
  Accordion,
  AccordionDetails,
  AccordionSummary,
  Autocomplete,
  Stack,
  TextField,
  Typography,
} from '@mui/material';
import type { ReactNode } from 'react';
import { useLocalized, useText } from '#platform/web';
import type { CodeRule } from '../../../contract/index.ts';
import { FileButton } from '../../pieces/file-button.tsx';
import { SeverityChips } from '../findings/severity-chips.tsx';
import { codeTexts } from '../texts.ts';
import type { CheckSettings } from './settings.rules.ts';

export interface SettingsPanelProps {
  readonly settings: CheckSettings;
  readonly onChange: (settings: CheckSettings) => void;
  readonly rules: readonly CodeRule[];
}

/** What a check looks for. */
export function SettingsPanel({ settings, onChange, rules }: SettingsPanelProps): ReactNode {
  const t = useText(codeTexts);
  const localized = useLocalized();
  const byKey = new Map(rules.map((rule) => [rule.key, rule]));
  return (
    <Accordion
      disableGutters
      variant="outlined"
      sx={{ borderRadius: '12px', '&::before': { display: 'none' } }}
    >
      <AccordionSummary expandIcon={<ExpandMoreRounded />}>
        <Typography sx={{ fontWeight: 600 }}>{t('settings.title')}</Typography>
      </AccordionSummary>
      <AccordionDetails>
        <Stack spacing={2.5}>
          <div>
            <Typography variant="body2" sx={{ mb: 0.75 }}>
              {t('settings.severities')}
            </Typography>
            <SeverityChips
              label={t('settings.severities')}
              chosen={settings.severities}
              onChange={(severities) => onChange({ ...settings, severities })}
            />
          </div>
          <Autocomplete
            multiple
            size="small"
            options={rules.map(({ key }) => key)}
            value={[...settings.only]}
            onChange={(_event, only) => onChange({ ...settings, only })}
            getOptionLabel={(key) => key}
            filterOptions={(options, { inputValue }) => {
              const wanted = inputValue.trim().toLowerCase();
              return options
                .filter((key) => {
                  const rule = byKey.get(key);
                  const title = rule === undefined ? '' : localized(rule.title);
                  return `${key} ${title}`.toLowerCase().includes(wanted);
                })
                .slice(0, 60);
            }}
            renderOption={({ key: _key, ...option }, key) => {
              const rule = byKey.get(key);
              return (
                <li key={key} {...option}>
                  {rule === undefined ? key : `${key}: ${localized(rule.title)}`}
                </li>
              );
            }}
            renderInput={(input) => (
              <TextField {...input} label={t('settings.only')} helperText={t('settings.only_help')} />
            )}
          />
          <TextField
            label={t('settings.configuration')}
            value={settings.configuration}
            onChange={({ target }) => onChange({ ...settings, configuration: target.value })}
            multiline
            minRows={2}
            maxRows={8}
            helperText={t('settings.long', { max: 6_000 })}
            slotProps={{
              htmlInput: {
                maxLength: 100_000,
                spellCheck: false,
                style: { fontFamily: 'ui-monospace, monospace' },
              },
            }}
          />
          <div>
            <FileButton
              label={t('settings.load')}
              accept=".json,application/json"
              onFile={async (file) =>
                onChange({ ...settings, configuration: (await file.text()).slice(0, 100_000) })
              }
            />
          </div>
        </Stack>
      </AccordionDetails>
    </Accordion>
  );
}
