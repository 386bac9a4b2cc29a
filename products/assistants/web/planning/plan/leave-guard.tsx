import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle } from '@mui/material';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { useText } from '#platform/web';
import { planningTexts } from '../texts.ts';

const base = '/app';

/** Where a click leads inside the application, if it leads away from this page. */
function wayOut(event: MouseEvent): string | null {
  const { button, metaKey, ctrlKey, shiftKey, altKey, target } = event;
  if (button !== 0 || metaKey || ctrlKey || shiftKey || altKey || !(target instanceof Element)) return null;
  const link = target.closest<HTMLAnchorElement>('a[href]');
  if (link === null || link.target === '_blank' || link.hasAttribute('download')) return null;
  const { origin, pathname, search, hash } = new URL(link.href, window.location.href);
  if (origin !== window.location.origin || pathname === window.location.pathname) return null;
  return `${pathname.startsWith(`${base}/`) ? pathname.slice(base.length) : pathname}${search}${hash}`;
}

/** Asks before changes that were not saved are left behind: on links of the application, and on closing the tab. */
export function LeaveGuard({ active }: { readonly active: boolean }): ReactNode {
  const t = useText(planningTexts);
  const navigate = useNavigate();
  const titleId = useId();
  const [way, setWay] = useState<string | null>(null);

  useEffect(() => {
    if (!active) return;
    const onLeave = (event: BeforeUnloadEvent): void => event.preventDefault();
    const onClick = (event: MouseEvent): void => {
      const out = wayOut(event);
      if (out === null) return;
      event.preventDefault();
      event.stopPropagation();
      setWay(out);
    };
    window.addEventListener('beforeunload', onLeave);
    window.addEventListener('click', onClick, { capture: true });
    return () => {
      window.removeEventListener('beforeunload', onLeave);
      window.removeEventListener('click', onClick, { capture: true });
    };
  }, [active]);

  return (
    <Dialog
      open={way !== null}
      onClose={() => setWay(null)}
      aria-labelledby={titleId}
      fullWidth
      maxWidth="xs"
    >
      <DialogTitle id={titleId}>{t('leave.title')}</DialogTitle>
      <DialogContent>
        <DialogContentText>{t('leave.text')}</DialogContentText>
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={() => void navigate(way ?? '.')}>
          {t('leave.go')}
        </Button>
        <Button variant="contained" autoFocus onClick={() => setWay(null)}>
          {t('leave.stay')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
