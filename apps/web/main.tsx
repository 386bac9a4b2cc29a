import '@fontsource-variable/inter/wght.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createWebPlatform, WebRoot } from '#platform/web';
import { modules } from './modules.ts';
import { withOffline } from './offline-session.ts';
import { registerServiceWorker } from './service-worker/register.ts';
import { identitySession } from './session-api.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

const platform = await createWebPlatform({
  modules,
  session: (api) => withOffline(identitySession(api)),
});

createRoot(root).render(
  <StrictMode>
    <WebRoot platform={platform} basename="/app" signInPath="/login" />
  </StrictMode>,
);

if (import.meta.env.PROD) registerServiceWorker();
