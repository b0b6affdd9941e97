'use client';

const place = 'single-keys';

/** Whether keys that are a single character do anything; whoever speaks to their machine turns them off. Kept in this browser. */
export function keysAreOn(): boolean {
  try {
    return localStorage.getItem(place) !== 'off';
  } catch {
    return true;
  }
}

/** Whether the browser kept the choice. */
export function setKeys(on: boolean): boolean {
  try {
    localStorage.setItem(place, on ? 'on' : 'off');
    return true;
  } catch {
    return false;
  }
}
