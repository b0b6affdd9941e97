import { z } from 'zod';

const flag = (description: string) =>
  z
    .stringbool({ truthy: ['true', '1'], falsy: ['false', '0', ''], error: 'true or false' })
    .default(false)
    .meta({ description, type: 'boolean', example: 'true' });

export const importQuery = z.strictObject({
  dryRun: flag('Say what would happen and write nothing'),
  replaceImported: flag('Let other numbers replace days that were imported before'),
});

/** What a body may be; anything else is read as CSV, unless it begins as JSON does. */
export const importMediaTypes = ['text/csv', 'application/json'] as const;

export const importedSchema = z
  .strictObject({
    added: z.int().min(0).meta({ description: 'Days that are new or replaced' }),
    replaced: z.int().min(0).meta({ description: 'How many of those were there with other numbers' }),
    unchanged: z.int().min(0).meta({ description: 'Days that were imported before with the same numbers' }),
    kept: z.int().min(0).meta({ description: 'Captured days, which no file overwrites' }),
    errors: z.array(z.strictObject({ line: z.int(), message: z.string() })).meta({
      description: 'Empty: a file with a fault is refused whole, with 422',
    }),
  })
  .meta({ id: 'Imported', description: 'What an import did, or would do' });
