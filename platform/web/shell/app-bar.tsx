import { Box, type Theme, useMediaQuery } from '@mui/material';
import { Component, type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import type { WebModule } from '../modules/screen.ts';
import { usePlatform } from '../root/platform-context.ts';
import { useSession } from '../session/use-session.ts';

type Control = NonNullable<WebModule['appBar']>;

const loaded = new WeakMap<Control, ComponentType>();

function lazyControl(control: Control): ComponentType {
  const known = loaded.get(control);
  if (known !== undefined) return known;
  const component = lazy(async () => ({ default: await control.load() }));
  loaded.set(control, component);
  return component;
}

/** A control that fails is missing; the window around it stays. */
class Spared extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override readonly state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? null : this.props.children;
  }
}

/** The modules' small controls, in the bar that this window shows; nothing while nobody is signed in. */
export function AppBarControls({ bar }: { readonly bar: 'side' | 'top' }): ReactNode {
  const { modules } = usePlatform();
  const { user } = useSession();
  const wide = useMediaQuery((theme: Theme) => theme.breakpoints.up('md'));
  if (user === null || wide !== (bar === 'side')) return null;
  const controls = modules.flatMap(({ name, appBar }) => (appBar === undefined ? [] : [{ name, appBar }]));
  return (
    <Box sx={{ display: 'flex', flex: 'none' }}>
      {controls.map(({ name, appBar }) => {
        const Control = lazyControl(appBar);
        return (
          <Spared key={name}>
            <Suspense fallback={<Box sx={{ width: 40, height: 40 }} />}>
              <Control />
            </Suspense>
          </Spared>
        );
      })}
    </Box>
  );
}
