import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import { identityTexts } from '../texts.ts';
import { strengthOf } from './password-strength.rules.ts';

const levels = {
  short: { filled: 0, color: 'text.secondary' },
  weak: { filled: 1, color: 'error.main' },
  fair: { filled: 2, color: 'warning.main' },
  good: { filled: 3, color: 'success.main' },
  strong: { filled: 4, color: 'success.main' },
} as const;

/** Four bars and a word on how strong a password is. */
export function PasswordStrength({ password }: { readonly password: string }): ReactNode {
  const t = useText(identityTexts);
  if (password === '') return <>{t('register.password_help')}</>;
  const strength = strengthOf(password);
  const { filled, color } = levels[strength.kind];
  const text =
    strength.kind === 'short'
      ? t('strength.short', { missing: strength.missing })
      : t(`strength.${strength.kind}`);
  return (
    <Box
      component="span"
      role="meter"
      aria-label={t('strength.label')}
      aria-valuemin={0}
      aria-valuemax={4}
      aria-valuenow={filled}
      aria-valuetext={text}
      sx={{ display: 'flex', alignItems: 'center', gap: 1, pt: 0.5 }}
    >
      <Box component="span" aria-hidden sx={{ display: 'flex', gap: 0.5, flexShrink: 0 }}>
        {[1, 2, 3, 4].map((bar) => (
          <Box
            component="span"
            key={bar}
            sx={{ width: 24, height: 4, borderRadius: 2, bgcolor: bar <= filled ? color : 'divider' }}
          />
        ))}
      </Box>
      <Typography component="span" variant="caption" sx={{ color: 'text.secondary' }}>
        {text}
      </Typography>
    </Box>
  );
}
