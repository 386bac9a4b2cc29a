import { Box } from '@mui/material';
import { type ReactNode, useState } from 'react';
import type { CheckedFile } from '../../../contract/index.ts';
import { FindingDetails } from '../findings/finding-details.tsx';
import type { FoundAt } from '../findings/findings.rules.ts';
import { FindingsPanel } from '../findings/findings-panel.tsx';
import { useRules } from '../rules/use-rules.ts';

/** Findings that were kept, with all about the chosen one; their code was not kept. */
export function KeptFindings({ files }: { readonly files: readonly CheckedFile[] }): ReactNode {
  const rules = useRules();
  const [chosen, setChosen] = useState<FoundAt | null>(null);
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        alignItems: 'start',
        gridTemplateColumns: {
          xs: 'minmax(0, 1fr)',
          lg: chosen === null ? undefined : 'minmax(0, 1.35fr) minmax(0, 1fr)',
        },
      }}
    >
      <FindingsPanel files={files} chosen={chosen?.id ?? null} onChoose={setChosen} />
      {chosen === null ? null : (
        <Box sx={{ position: { lg: 'sticky' }, top: 12, order: { xs: -1, lg: 0 } }}>
          <FindingDetails found={chosen} rule={rules.find(({ key }) => key === chosen.finding.key)} />
        </Box>
      )}
    </Box>
  );
}
