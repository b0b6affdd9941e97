import { edge } from '@/server/edge';

/**
 * Has the browser forget the pages it kept when somebody signs out. Not its cookies: a known device stays known; not its storage: unsaved
 * words of a review outlive the tab.
 */
export function clearCaches(): void {
  const response = edge()?.response;
  if (response && !response.headersSent) response.setHeader('Clear-Site-Data', '"cache"');
}
