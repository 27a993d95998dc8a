import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { call } from './app/api.ts';
import { queryClient } from './app/queries.ts';
import { startI18n } from './i18n/index.ts';
import './ui/base.css';

const root = document.getElementById('root');
if (root) {
  const settings = await call('settings.get', {});
  queryClient.setQueryData(['settings.get', {}], settings);
  await startI18n(settings.language);
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  );
}
