import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, Suspense, useEffect, useMemo } from 'react';
import { I18nextProvider, useTranslation } from 'react-i18next';
import { BrowserRouter, type RouteObject, useRoutes } from 'react-router';
import { useStore } from 'zustand';
import type { WebModule } from '../modules/screen.ts';
import { AppShell } from '../shell/app-shell.tsx';
import { BareShell } from '../shell/bare-shell.tsx';
import { ScreenFrame } from '../shell/screen-frame.tsx';
import { NotFoundState } from '../shell/screen-states.tsx';
import { SignInPathContext } from '../shell/sign-in-path.ts';
import { theme } from '../theme/theme.ts';
import { PlatformContext, type WebPlatform } from './platform-context.ts';
import { Splash } from './splash.tsx';

/** The router's table: every screen of every module in its layout, and the page for unknown addresses. */
function routesOf(modules: readonly WebModule[]): RouteObject[] {
  const screens = modules.flatMap((module) => module.screens);
  const route = (screen: (typeof screens)[number]): RouteObject => ({
    path: screen.path,
    element: <ScreenFrame screen={screen} />,
  });
  return [
    { element: <BareShell />, children: screens.filter(({ layout }) => layout === 'bare').map(route) },
    {
      element: <AppShell />,
      children: [
        ...screens.filter(({ layout }) => layout !== 'bare').map(route),
        { path: '*', element: <NotFoundState /> },
      ],
    },
  ];
}

/** Shows the screen of the address, within whatever router is around. */
export function Screens({ modules }: { readonly modules: readonly WebModule[] }): ReactNode {
  const routes = useMemo(() => routesOf(modules), [modules]);
  return useRoutes(routes);
}

function DocumentLanguage(): ReactNode {
  const { i18n } = useTranslation('platform');
  useEffect(() => {
    document.documentElement.lang = i18n.language;
  }, [i18n.language]);
  return null;
}

export interface WebProvidersProps {
  readonly platform: WebPlatform;
  readonly signInPath?: string;
  readonly children: ReactNode;
}

/** What pages need around them, without router and menus; tests of components render inside it. */
export function WebProviders({ platform, signInPath = '/login', children }: WebProvidersProps): ReactNode {
  return (
    <PlatformContext value={platform}>
      <I18nextProvider i18n={platform.i18n}>
        <QueryClientProvider client={platform.queries}>
          <ThemeProvider
            theme={theme}
            defaultMode="system"
            modeStorageKey="quintet.theme"
            disableTransitionOnChange
          >
            <CssBaseline />
            <SignInPathContext value={signInPath}>
              <DocumentLanguage />
              <Suspense fallback={null}>{children}</Suspense>
            </SignInPathContext>
          </ThemeProvider>
        </QueryClientProvider>
      </I18nextProvider>
    </PlatformContext>
  );
}

function Restoring({
  platform,
  children,
}: {
  readonly platform: WebPlatform;
  readonly children: ReactNode;
}): ReactNode {
  const { session } = platform;
  const state = useStore(session.store);
  useEffect(() => {
    void session.restore();
  }, [session]);
  if (state.status !== 'loading') return children;
  return <Splash problem={state.problem} onRetry={() => session.restore()} />;
}

export interface WebRootProps {
  readonly platform: WebPlatform;
  /** Where the application lives: `/app`. */
  readonly basename: string;
  readonly signInPath?: string;
}

/** The whole application: restores the session, then shows the screen of the address. */
export function WebRoot({ platform, basename, signInPath }: WebRootProps): ReactNode {
  return (
    <WebProviders platform={platform} {...(signInPath === undefined ? {} : { signInPath })}>
      <Restoring platform={platform}>
        <BrowserRouter basename={basename}>
          <Screens modules={platform.modules} />
        </BrowserRouter>
      </Restoring>
    </WebProviders>
  );
}
