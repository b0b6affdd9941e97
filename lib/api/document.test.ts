import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { apiDocument } from './document';

const document = apiDocument({ origin: 'https://adoption.example' });

test('the document names every operation once, with its schema', () => {
  expect(document.openapi).toBe('3.1.1');
  expect(Object.keys(document.paths ?? {})).toContain('/snapshots');
  const ids = Object.values(document.paths ?? {}).flatMap((path) =>
    Object.values(path as Record<string, { operationId: string }>).map(({ operationId }) => operationId),
  );
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toContain('getRunsId');
});

test('a query parameter carries its bounds and its words', () => {
  const parameters = document.paths?.['/snapshots']?.get?.parameters ?? [];
  expect(parameters).toContainEqual({
    in: 'query',
    name: 'limit',
    description: 'How many at most',
    schema: expect.objectContaining({ type: 'integer', minimum: 1, maximum: 1000, default: 100 }),
  });
});

test('what a token needs is said from the table that decides', () => {
  expect(document.paths?.['/refresh']?.post?.description).toBe(
    'For ops, admin; a token needs at least the scope `refresh`.',
  );
  expect(document.paths?.['/annotations']?.post?.description).toBe(
    'For manager, admin; a token needs at least the scope `write`.',
  );
  expect(document.paths?.['/connection']?.put?.description).toBe(
    'For admin, by a session confirmed at most 10 minutes ago, and not by token.',
  );
});

test('the document is plain JSON', () => {
  expect(JSON.parse(JSON.stringify(document))).toEqual(document);
});

test('the document is valid to a validator that is not ours, to its last reference', async () => {
  const validator = new Validator();
  expect(await validator.validate(JSON.parse(JSON.stringify(document)))).toEqual({ valid: true });
  expect(validator.version).toBe('3.1');
  expect(() => validator.resolveRefs()).not.toThrow();
});

test('every part of a path that varies is a parameter that has to be there, and no other is', () => {
  for (const [path, operations] of Object.entries(document.paths ?? {})) {
    const parts = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    for (const operation of Object.values(operations as Record<string, { parameters?: unknown[] }>)) {
      const named = (operation.parameters ?? []).filter((given) => JSON.stringify(given).includes('"in":"path"'));
      const wanted = parts.map((name) => expect.objectContaining({ in: 'path', name, required: true }));
      expect(named, path).toEqual(wanted);
    }
  }
});
