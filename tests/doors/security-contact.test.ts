import { afterAll, beforeAll, expect, test } from 'vitest';
import { GET } from '@/app/.well-known/security.txt/route';
import { serveWorld } from '../support/api';
import { type TestWorld, testWorld } from '../support/world';

const worlds: TestWorld[] = [];
beforeAll(async () => {
  worlds.push(await testWorld(), await testWorld({ config: { securityContact: 'mailto:security@example.org' } }));
});
afterAll(async () => {
  for (const world of worlds) await world.end();
});

const answerOf = async (world: TestWorld | undefined) => {
  if (world === undefined) throw new Error('no such world');
  serveWorld(world);
  const answer = await GET();
  return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() };
};

test('who runs the application and says whom to tell of weaknesses is named to everybody', async () => {
  expect(await answerOf(worlds[1])).toEqual({
    status: 200,
    type: 'text/plain; charset=utf-8',
    text: 'Contact: mailto:security@example.org\nExpires: 2027-02-21T09:00:00.000Z\nPreferred-Languages: en\n',
  });
});

test('an address is not made up where nobody said one', async () => {
  expect(await answerOf(worlds[0])).toMatchObject({ status: 404 });
});
