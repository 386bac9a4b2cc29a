import { Box } from '@mui/material';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { type ComponentType, lazy, type ReactNode, Suspense, useLayoutEffect, useState } from 'react';
import { Navigate, useLocation, useSearchParams } from 'react-router';
import { useStore } from 'zustand';
import { useLocalized } from '../i18n/use-language.ts';
import { safeReturnPath, verdictOn } from '../modules/access.rules.ts';
import type { ScreenDefinition } from '../modules/screen.ts';
import { usePlatform } from '../root/platform-context.ts';
import { ScreenBoundary, ScreenLoadError } from './screen-boundary.tsx';
import { ForbiddenState, ScreenSkeleton } from './screen-states.tsx';
import { useSignInPath } from './sign-in-path.ts';

const loaded = new WeakMap<ScreenDefinition, ComponentType>();

function lazyScreen(screen: ScreenDefinition): ComponentType {
  const known = loaded.get(screen);
  if (known !== undefined) return known;
  const component = lazy(async () => {
    try {
      return { default: await screen.load() };
    } catch (error) {
      loaded.delete(screen);
      throw new ScreenLoadError(screen.path, { cause: error });
    }
  });
  loaded.set(screen, component);
  return component;
}

function OpenScreen({ screen }: { readonly screen: ScreenDefinition }): ReactNode {
  const [attempt, setAttempt] = useState(0);
  const { reset } = useQueryErrorResetBoundary();
  const Screen = lazyScreen(screen);
  return (
    <ScreenBoundary
      onRetry={() => {
        reset();
        setAttempt(attempt + 1);
      }}
    >
      <Suspense key={attempt} fallback={<ScreenSkeleton />}>
        <Screen />
      </Suspense>
    </ScreenBoundary>
  );
}

/** Opens a screen to whoever may, sends others to sign in and back, and names the document. */
export function ScreenFrame({ screen }: { readonly screen: ScreenDefinition }): ReactNode {
  const { session } = usePlatform();
  const state = useStore(session.store);
  const localized = useLocalized();
  const { pathname, search, hash } = useLocation();
  const [parameters] = useSearchParams();
  const signInPath = useSignInPath();
  const title = localized(screen.title);

  useLayoutEffect(() => {
    document.title = `${title} · Quintet`;
  }, [title]);

  const content = (): ReactNode => {
    switch (verdictOn(screen.access, state)) {
      case 'open':
        return <OpenScreen key={screen.path} screen={screen} />;
      case 'wait':
        return <ScreenSkeleton />;
      case 'forbidden':
        return <ForbiddenState />;
      case 'go-on':
        return <Navigate to={safeReturnPath(parameters.get('next'))} replace />;
      case 'sign-in': {
        const wanted = `${pathname}${search}${hash}`;
        return (
          <Navigate
            to={wanted === '/' ? signInPath : `${signInPath}?next=${encodeURIComponent(wanted)}`}
            replace
          />
        );
      }
    }
  };
  if (screen.layout === 'bare' || screen.layout === 'canvas') return content();
  return <Box sx={{ px: { xs: 2, sm: 3, lg: 5 }, py: { xs: 2.5, sm: 4 }, width: '100%' }}>{content()}</Box>;
}
