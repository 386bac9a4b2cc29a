import { Autocomplete, Box, TextField } from '@mui/material';
import { type ReactNode, useMemo, useState } from 'react';
import { useText } from '#platform/web';
import type { MemoryNode } from '../../contract/index.ts';
import { LevelDot } from '../levels/level-mark.tsx';
import { memoryTexts } from '../texts.ts';

export interface GraphSearchProps {
  readonly nodes: readonly MemoryNode[];
  readonly onPick: (id: string) => void;
}

const textOf = (node: MemoryNode): string => (node.level === 'l0' ? node.content : node.label);

/** Finds a memory among those in view and brings it to the middle. */
export function GraphSearch({ nodes, onPick }: GraphSearchProps): ReactNode {
  const t = useText(memoryTexts);
  const [typed, setTyped] = useState('');
  const options = useMemo(() => {
    const words = typed.trim().toLowerCase();
    if (words === '') return [];
    return nodes
      .filter(({ label, content }) => `${label} ${content}`.toLowerCase().includes(words))
      .toSorted((one, other) => other.level.localeCompare(one.level) || other.importance - one.importance)
      .slice(0, 20);
  }, [nodes, typed]);
  return (
    <Autocomplete
      size="small"
      options={[...options]}
      open={typed.trim() === '' ? false : undefined}
      value={null}
      inputValue={typed}
      onInputChange={(_event, value, reason) => setTyped(reason === 'reset' ? '' : value)}
      onChange={(_event, node) => {
        if (node !== null) onPick(node.id);
      }}
      filterOptions={(found) => found}
      getOptionLabel={textOf}
      getOptionKey={({ id }) => id}
      noOptionsText={t('graph.no_match')}
      forcePopupIcon={false}
      renderOption={({ key, ...props }, node) => (
        <Box component="li" key={key} {...props} sx={{ gap: 1, minWidth: 0 }}>
          <LevelDot level={node.level} size={8} />
          <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
            {textOf(node)}
          </Box>
        </Box>
      )}
      renderInput={(params) => (
        <TextField {...params} placeholder={t('graph.search')} aria-label={t('graph.search')} />
      )}
      sx={{ width: { xs: '100%', sm: 280 } }}
    />
  );
}
