import '@fontsource-variable/inter/wght.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createWebPlatform, WebRoot } from '#platform/web';
import { modules } from './modules.ts';
import { identitySession } from './session-api.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

const platform = await createWebPlatform({ modules, session: identitySession });

createRoot(root).render(
  <StrictMode>
    <WebRoot platform={platform} basename="/app" signInPath="/login" />
  </StrictMode>,
);
