import { Box, keyframes } from '@mui/material';
import { type ReactNode, useEffect } from 'react';
import type { ApiProblem } from '../api/problem.ts';
import { platformTexts } from '../i18n/platform-texts.ts';
import { useText } from '../i18n/use-text.ts';
import { ErrorNotice } from '../patterns/error-notice.tsx';
import { visuallyHidden } from '../patterns/visually-hidden.ts';
import { BrandMark } from '../shell/brand.tsx';

const breathe = keyframes`0%, 100% { opacity: 0.35 } 50% { opacity: 1 }`;

interface SplashProps {
  readonly problem: ApiProblem | undefined;
  readonly onRetry: () => Promise<void>;
}

/** While the session is being restored; with the fault, and another try every five seconds, when the server is away. */
export function Splash({ problem, onRetry }: SplashProps): ReactNode {
  const t = useText(platformTexts);
  useEffect(() => {
    if (problem === undefined) return undefined;
    const timer = setTimeout(() => void onRetry(), 5_000);
    return () => clearTimeout(timer);
  }, [problem, onRetry]);
  return (
    <Box
      component="main"
      sx={{
        minHeight: '100dvh',
        display: 'grid',
        placeContent: 'center',
        justifyItems: 'center',
        gap: 3,
        px: 2,
      }}
    >
      <Box sx={{ animation: `${breathe} 1.6s ease-in-out infinite` }}>
        <BrandMark size={48} />
      </Box>
      <Box role="status" sx={visuallyHidden}>
        {t('loading')}
      </Box>
      {problem === undefined ? null : <ErrorNotice error={problem} onRetry={onRetry} />}
    </Box>
  );
}
