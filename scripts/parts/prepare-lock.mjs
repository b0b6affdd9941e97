import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { inProject, say } from './project.mjs';

const beatMs = 1_000;
const deadAfterMs = 15_000;

/** Runs `work` while no other process prepares this folder; a lock whose owner died is taken over. */
export async function withPrepareLock(work, file = inProject('.prepare.lock')) {
  for (let told = false; !take(file); told = true) {
    if (!told) say('Another start is preparing this folder; waiting for it.');
    if (!ownerLives(file)) drop(file);
    await wait(200);
  }
  const beat = setInterval(() => utimesSync(file, new Date(), new Date()), beatMs);
  const free = () => rmSync(file, { force: true });
  process.once('exit', free);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    process.removeListener('exit', free);
    free();
  }
}

// Linking a finished file makes name and content appear together, and fails when the name is taken.
function take(file) {
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, String(process.pid));
  try {
    linkSync(mine, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(mine, { force: true });
  }
}

function ownerLives(file) {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    if (Date.now() - statSync(file).mtimeMs > deadAfterMs || pid === process.pid) return false;
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code !== 'ESRCH';
  }
}

// Renaming first lets only one of two takers remove the dead owner's lock.
function drop(file) {
  const dead = `${file}.dead.${process.pid}`;
  try {
    renameSync(file, dead);
    rmSync(dead);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}
