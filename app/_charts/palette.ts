'use client';

import { useEffect, useState } from 'react';

const names = [
  's1',
  's2',
  's3',
  's4',
  'surface',
  'canvas',
  'text',
  'text-2',
  'text-3',
  'line-strong',
  'previous',
  'target',
  'band',
  'hatch',
  'grid',
] as const;

export type Palette = Readonly<Record<(typeof names)[number] | 'font', string>>;

/** The style sheet's colours as a canvas can use them, read again when the theme changes. */
export function usePalette(): Palette {
  const [palette, setPalette] = useState(readPalette);
  useEffect(() => {
    const readAgain = () => setPalette(readPalette());
    const system = window.matchMedia('(prefers-color-scheme: dark)');
    const chosen = new MutationObserver(readAgain);
    chosen.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    system.addEventListener('change', readAgain);
    return () => {
      chosen.disconnect();
      system.removeEventListener('change', readAgain);
    };
  }, []);
  return palette;
}

function readPalette(): Palette {
  const root = getComputedStyle(document.documentElement);
  const colours = names.map((name) => [name, root.getPropertyValue(`--c-${name}`).trim()]);
  return { ...Object.fromEntries(colours), font: getComputedStyle(document.body).fontFamily };
}
