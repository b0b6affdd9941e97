'use client';

import { type ComponentType, useCallback, useEffect, useState } from 'react';
import type { PaletteProps } from './palette/palette';
import { keysAreOn } from './palette/single-keys';

export type Asked = PaletteProps['asked'];

type Shown = { readonly asked: Asked; readonly Palette: ComponentType<PaletteProps> };

/** Waits for the keys that open the palette, and loads it when they are pressed. */
export function usePalette() {
  const [shown, show] = useState<Shown | null>(null);
  const open = useCallback(async (asked: Asked) => {
    const { Palette } = await import('./palette/palette');
    show({ asked, Palette });
  }, []);
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const asked = askedBy(event);
      if (asked === null) return;
      event.preventDefault();
      void open(asked);
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [open]);
  return { shown, open, close: () => show(null) };
}

function askedBy(event: KeyboardEvent): Asked | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey, repeat, isComposing, defaultPrevented, target } = event;
  if (repeat || isComposing || altKey || defaultPrevented || document.querySelector('dialog[open]')) return null;
  // A Mac's own Ctrl+K deletes to the end of the line; keyboards of other writings send their own letter.
  const command = /Mac|iP/.test(navigator.platform) ? metaKey && !ctrlKey : ctrlKey && !metaKey;
  if (command && !shiftKey && (key === 'k' || (event.code === 'KeyK' && key > '\x7f'))) return 'places';
  const typing = target instanceof Element && target.closest('input, textarea, select, [contenteditable]');
  return key === '?' && !ctrlKey && !metaKey && !typing && keysAreOn() ? 'keys' : null;
}
