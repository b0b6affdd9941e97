import { randomInt } from 'node:crypto';
import { tsImport } from 'tsx/esm/api';
import { fail, inProject, say } from '../scripts/parts/project.mjs';
import { spawnTypeScript } from '../scripts/parts/typescript.mjs';
import { temporaryEnvironment, temporaryFolder } from './temporary-environment.mjs';

const timeZone = 'Europe/Berlin';
const dayMs = 86_400_000;

/**
 * A fake Enpass in this process, and an empty database filled with the cast and `days` of history, `withActivity` with targets,
 * annotations and reviews as well; answers what to tell the person.
 */
export async function openDemoEnvironment({ days, withActivity = false }) {
  const { startFakeEnpass } = await tsImport(inProject('demo/fake-enpass/server.ts'), import.meta.url);
  // Same first day as the seed's, by the organisation's clock: today's answer goes on where the history ends.
  const start = new Date(Date.parse(todayIn(timeZone)) - days * dayMs).toISOString().slice(0, 10);
  const fake = await startFakeEnpass({ start });
  Object.assign(process.env, temporaryEnvironment({ dataDir: temporaryFolder(), fake }), {
    ORG_NAME: 'Northwind Logistics',
    ORG_TIME_ZONE: timeZone,
  });
  say(`Filling a throw-away database with ${days} days of history …`);
  const password = passphrase();
  await seed(['--days', String(days), '--password', password, ...(withActivity ? ['--with-activity'] : [])]);
  return { fake, password };
}

// Sweden writes a day as YYYY-MM-DD.
const todayIn = (zone) => new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date());

/** Who can sign in, for a terminal. */
export const castList = (password) =>
  [
    '',
    'Sign in as one of these (the database goes when you stop):',
    '  ada@example.org    admin    browses trends, manages people, connection and settings',
    '  max@example.org    manager  reviews the week',
    '  olga@example.org   ops      watches that a snapshot arrives every day',
    '  vera@example.org   viewer   reads',
    `  Password of all four: ${password}`,
    '',
  ].join('\n');

function seed(args) {
  return new Promise((resolve) => {
    const env = { LOG_LEVEL: 'warn' };
    const child = spawnTypeScript('demo/seed.ts', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      cwd: inProject(),
      env,
    });
    child.on('exit', (code) => (code === 0 ? resolve() : fail('The throw-away database could not be filled.')));
  });
}

const syllables =
  'ba be bi bo bu da de di do du fa fe fi fo ka ke ki ko la le li lo ma me mi mo na ne no pa pe po ra re ri ro sa se si so ta te ti to va ve vi vo'.split(
    ' ',
  );

// Five times three syllables out of 48: more than 80 bits.
const passphrase = () =>
  Array.from({ length: 5 }, () =>
    Array.from({ length: 3 }, () => syllables[randomInt(syllables.length)]).join(''),
  ).join('-');
