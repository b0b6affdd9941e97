import { expect, test } from 'vitest';
import { docsOf, typeWords } from './docs';
import { apiDocument } from './document';

const docs = docsOf(apiDocument({ origin: 'https://adoption.example' }));
const operation = (id: string) => docs.operations.find((one) => one.id === id);

test('every operation is shown with what it takes, what it answers and how it can fail', () => {
  expect(docs.server).toBe('https://adoption.example/api/v1');
  expect(operation('getSnapshots')?.inputs).toContainEqual({
    name: 'limit',
    type: 'integer 1–1000, 100 by default',
    required: false,
    description: 'How many at most',
  });
  expect(operation('getSnapshots')?.answerFields.map(({ name, type }) => `${name}: ${type}`)).toEqual([
    'data: list of Snapshot',
    'gaps: list of Gap',
    'next: string | null',
  ]);
  expect(operation('getExport')?.answer).toMatch(/^text\/csv or application\/json or .*spreadsheetml\.sheet$/);
  expect(operation('postRefresh')?.problems.map(({ status }) => status)).toEqual(['409', '429', '502']);
  expect(docs.problems.map(({ status }) => status)).toEqual(['401', '403', '429', '503']);
});

test('a thing shows its fields with the path that leads to them', () => {
  const snapshot = docs.things.find(({ name }) => name === 'Snapshot');
  expect(snapshot?.fields).toContainEqual({
    name: 'counts.total_license',
    type: 'integer | null',
    required: true,
    description: '',
  });
  expect(snapshot?.fields.map(({ name }) => name)).toContain('notes.expected');
  expect(docs.things.find(({ name }) => name === 'Run')?.fields.map(({ name }) => name)).toContain('failure.advice');
});

test('types read as JSON is spoken', () => {
  expect(typeWords({ anyOf: [{ type: 'string', format: 'date' }, { type: 'null' }] })).toBe('date | null');
  expect(typeWords({ enum: ['up', 'down'] })).toBe('"up" | "down"');
  expect(typeWords({ type: 'array', items: { $ref: '#/components/schemas/Run' } })).toBe('list of Run');
});
