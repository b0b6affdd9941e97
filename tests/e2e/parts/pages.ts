import { routes } from '../routes';

/** A page as somebody sees it. */
export type Sight = { readonly path: string; readonly as: 'admin' | 'viewer' | 'nobody' };

const isGate = (path: string): boolean => /^\/(sign-in|set-up|invitation|password-reset)\b/.test(path);

/** Every page of the table of routes as who may see it, and what one meets instead of a page. What set-up waits for leads to sign-in where somebody has an account. */
export const sights: readonly Sight[] = [
  ...routes
    .filter(({ file, path }) => file.endsWith('page.tsx') && path !== '/set-up')
    .map(({ path }): Sight => ({ path, as: isGate(path) ? 'nobody' : 'admin' })),
  { path: '/', as: 'viewer' },
  { path: '/settings', as: 'viewer' },
  { path: '/no-such-page', as: 'admin' },
];
