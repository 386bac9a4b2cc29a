import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import RadioButtonUncheckedOutlined from '@mui/icons-material/RadioButtonUncheckedOutlined';
import { Box, Button, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useText, visuallyHidden } from '#platform/web';
import { studioTexts } from '../texts.ts';

interface DemandRowProps {
  readonly isMet: boolean;
  readonly text: string;
  /** Where it can be put right: each with the words of its button. */
  readonly places: readonly { readonly key: string; readonly label: string; readonly go: () => void }[];
}

/** One demand: met, or where to meet it. */
export function DemandRow({ isMet, text, places }: DemandRowProps): ReactNode {
  const t = useText(studioTexts);
  const Icon = isMet ? CheckCircleOutlined : RadioButtonUncheckedOutlined;
  return (
    <Box sx={{ display: 'flex', gap: 1.5, py: 1.25 }}>
      <Box aria-hidden sx={{ color: isMet ? 'success.main' : 'warning.main', display: 'flex', mt: '2px' }}>
        <Icon fontSize="small" />
      </Box>
      <Box component="span" sx={visuallyHidden}>
        {t(isMet ? 'check.met' : 'check.unmet')}
      </Box>
      <Stack spacing={0.5} sx={{ minWidth: 0, alignItems: 'flex-start' }}>
        <Typography sx={{ color: isMet ? 'text.secondary' : 'text.primary' }}>{text}</Typography>
        {isMet
          ? null
          : places.map(({ key, label, go }) => (
              <Button key={key} size="small" variant="outlined" onClick={go}>
                {label}
              </Button>
            ))}
      </Stack>
    </Box>
  );
}
