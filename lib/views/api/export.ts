import { z } from 'zod';
import { inOrder, outOfOrder, span } from './common';

export const exportQuery = z
  .strictObject({
    format: z
      .enum(['csv', 'json'], {
        error: ({ input }) => (input === 'xlsx' ? 'xlsx is not built yet; take csv or json' : 'csv or json'),
      })
      .default('csv'),
    ...span,
  })
  .refine(inOrder, outOfOrder);
