import { Box, Checkbox, FormControlLabel, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { LoadingState, useCall, useLocalized, useText } from '#platform/web';
import { listTools } from '../../../contract/index.ts';
import { rolesTexts } from '../texts.ts';

export interface ToolChecklistProps {
  readonly chosen: readonly string[];
  readonly disabled: boolean;
  readonly onChange: (tools: readonly string[]) => void;
}

const groups = ['analysis', 'review', 'development'] as const;

/** The tools an assistant may use, with what each is for. */
export function ToolChecklist({ chosen, disabled, onChange }: ToolChecklistProps): ReactNode {
  const t = useText(rolesTexts);
  const localized = useLocalized();
  const { data, error, refetch } = useCall(listTools, {}, { staleTime: 5 * 60_000 });
  if (data === undefined) {
    return <LoadingState error={error} onRetry={refetch} rows={3} height={44} />;
  }
  const known = new Set(data.items.map(({ name }) => name));
  const toggle = (name: string): void =>
    onChange(chosen.includes(name) ? chosen.filter((other) => other !== name) : [...chosen, name]);
  return (
    <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
      {groups.map((group) => {
        const tools = data.items.filter((tool) => tool.group === group);
        return tools.length === 0 ? null : (
          <Box key={group} role="group" aria-label={t(`tools.${group}`)}>
            <Typography variant="overline" component="h3" sx={{ color: 'text.secondary' }}>
              {t(`tools.${group}`)}
            </Typography>
            <Box sx={{ display: 'grid', gap: 0.5, gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' } }}>
              {tools.map(({ name, title, description }) => (
                <FormControlLabel
                  key={name}
                  disabled={disabled}
                  sx={{ alignItems: 'flex-start', m: 0, minWidth: 0 }}
                  control={
                    <Checkbox
                      size="small"
                      checked={chosen.includes(name)}
                      onChange={() => toggle(name)}
                      sx={{ pt: 0.75 }}
                    />
                  }
                  label={
                    <Box sx={{ py: 0.5, minWidth: 0 }}>
                      <Typography variant="body2" sx={{ fontWeight: 560 }}>
                        {localized(title)}
                      </Typography>
                      <Typography
                        variant="caption"
                        component="p"
                        lang="en"
                        sx={{
                          color: 'text.secondary',
                          display: '-webkit-box',
                          WebkitLineClamp: 2,
                          WebkitBoxOrient: 'vertical',
                          overflow: 'hidden',
                        }}
                        title={description}
                      >
                        {description}
                      </Typography>
                    </Box>
                  }
                />
              ))}
            </Box>
          </Box>
        );
      })}
      {chosen.some((name) => !known.has(name)) ? (
        <Typography variant="caption" sx={{ color: 'warning.main' }}>
          {t('tools.unknown', { names: chosen.filter((name) => !known.has(name)).join(', ') })}
        </Typography>
      ) : null}
    </Box>
  );
}
