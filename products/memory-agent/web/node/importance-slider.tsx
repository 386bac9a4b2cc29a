import { Box, FormHelperText, Slider, Typography } from '@mui/material';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { useNotice, useSend, useText } from '#platform/web';
import { getNode, type MemoryNode, searchMemory, updateNode } from '../../contract/index.ts';
import { useRefusals } from '../refusals.ts';
import { memoryTexts } from '../texts.ts';
import { useDecimal } from '../use-decimal.ts';

/** How important a memory is; saved when the handle comes to rest. */
export function ImportanceSlider({ node }: { readonly node: MemoryNode }): ReactNode {
  const t = useText(memoryTexts);
  const decimal = useDecimal(2);
  const notice = useNotice();
  const refusals = useRefusals();
  const labelId = useId();
  const [value, setValue] = useState(node.importance);
  useEffect(() => setValue(node.importance), [node.importance]);
  const send = useSend(updateNode, {
    invalidates: [getNode, searchMemory],
    onSuccess: () => notice.success(t('node.importance_saved')),
    onError: (problem) => {
      setValue(node.importance);
      notice.error(problem, refusals);
    },
  });
  const forgotten = node.deleted_at !== null;
  return (
    <Box>
      <Box sx={{ display: 'flex', typography: 'body2' }}>
        <Typography id={labelId} variant="body2" sx={{ fontWeight: 600, mr: 'auto' }}>
          {t('importance')}
        </Typography>
        <span>{decimal(value)}</span>
      </Box>
      <Box sx={{ px: 1 }}>
        <Slider
          size="small"
          min={0}
          max={1}
          step={0.05}
          value={value}
          disabled={forgotten}
          aria-labelledby={labelId}
          onChange={(_event, next) => setValue(Array.isArray(next) ? (next[0] ?? 0) : next)}
          onChangeCommitted={(_event, next) => {
            const importance = Array.isArray(next) ? (next[0] ?? 0) : next;
            if (importance !== node.importance)
              send.mutate({ params: { id: node.id }, body: { importance } });
          }}
        />
      </Box>
      <FormHelperText sx={{ mt: 0 }}>{t('node.importance_help')}</FormHelperText>
    </Box>
  );
}
