import { randomInt } from 'node:crypto';
import { fail, inProject, say } from '../scripts/parts/project.mjs';
import { temporaryEnvironment, temporaryFolder } from './temporary-environment.mjs';

const timeZone = 'Europe/Berlin';
const dayMs = 86_400_000;

/**
 * A fake Enpass in this process, and an empty database filled with the cast and `days` of history, `withActivity` with targets,
 * annotations and reviews as well; answers what to tell the person. The two programs are handed in: a release has them compiled.
 */
export async function openDemo({ days, withActivity = false, startFakeEnpass, spawnSeed }) {
  // Same first day as the seed's, by the organisation's clock: today's answer goes on where the history ends.
  const start = new Date(Date.parse(todayIn(timeZone)) - days * dayMs).toISOString().slice(0, 10);
  const fake = await startFakeEnpass({ start });
  Object.assign(process.env, temporaryEnvironment({ dataDir: temporaryFolder(), fake }), {
    ORG_NAME: 'Northwind Logistics',
    ORG_TIME_ZONE: timeZone,
  });
  say(`Filling a throw-away database with ${days} days of history …`);
  const password = passphrase();
  const args = ['--days', String(days), '--password', password, ...(withActivity ? ['--with-activity'] : [])];
  await ended(spawnSeed(args, { stdio: ['ignore', 'ignore', 'inherit'], cwd: inProject(), env: quietly() }));
  return { fake, password };
}

// Sweden writes a day as YYYY-MM-DD.
const todayIn = (zone) => new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date());

const quietly = () => ({ ...process.env, LOG_LEVEL: 'warn' });

const ended = (child) =>
  new Promise((resolve) => {
    child.on('exit', (code) => (code === 0 ? resolve() : fail('The throw-away database could not be filled.')));
  });

const syllables =
  'ba be bi bo bu da de di do du fa fe fi fo ka ke ki ko la le li lo ma me mi mo na ne no pa pe po ra re ri ro sa se si so ta te ti to va ve vi vo'.split(
    ' ',
  );

// Five times three syllables out of 48: more than 80 bits.
const passphrase = () =>
  Array.from({ length: 5 }, () =>
    Array.from({ length: 3 }, () => syllables[randomInt(syllables.length)]).join(''),
  ).join('-');
