import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useText } from '#platform/web';
import { workspaceTexts } from '../texts.ts';

const keys = [
  ['Enter', 'send'],
  ['Shift + Enter', 'line'],
  ['Esc', 'stop'],
  ['↑', 'edit_last'],
  ['/', 'prompts'],
  ['Ctrl + K', 'search'],
  ['Ctrl + Shift + O', 'new'],
  ['Ctrl + /', 'help'],
] as const;

/** The keys of the workspace. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useText(workspaceTexts);
  const titleId = useId();
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} fullWidth maxWidth="xs">
      <DialogTitle id={titleId}>{t('keys.title')}</DialogTitle>
      <DialogContent>
        <Box component="dl" sx={{ m: 0, display: 'grid', gap: 1 }}>
          {keys.map(([combination, does]) => (
            <Box key={does} sx={{ display: 'flex', justifyContent: 'space-between', gap: 2 }}>
              <Box component="dt" sx={{ typography: 'body2' }}>
                {t(`keys.${does}`)}
              </Box>
              <Box component="dd" sx={{ m: 0 }}>
                <Box
                  component="kbd"
                  sx={{
                    px: 0.75,
                    py: 0.25,
                    border: 1,
                    borderColor: 'divider',
                    borderRadius: '6px',
                    bgcolor: 'action.hover',
                    fontSize: '0.8125rem',
                    whiteSpace: 'nowrap',
                  }}
                >
                  {combination}
                </Box>
              </Box>
            </Box>
          ))}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('word.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}

export interface ShortcutActions {
  readonly onNew: () => void;
  readonly onSearch: () => void;
  readonly onHelp: () => void;
  readonly onStop: () => void;
}

/** Listens to the keys of the workspace wherever the focus is; not below an open dialog. */
export function useShortcuts(actions: ShortcutActions): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || document.querySelector('[role="dialog"], [role="menu"]') !== null) return;
      if (event.key === 'Escape') latest.current.onStop();
      if (!event.ctrlKey && !event.metaKey) return;
      const run =
        event.code === 'KeyK'
          ? latest.current.onSearch
          : event.code === 'KeyO' && event.shiftKey
            ? latest.current.onNew
            : event.code === 'Slash'
              ? latest.current.onHelp
              : undefined;
      if (run === undefined) return;
      event.preventDefault();
      run();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
