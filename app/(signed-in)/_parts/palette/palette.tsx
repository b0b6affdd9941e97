'use client';

import { useEffect, useRef } from 'react';
import { Button } from '../../../_ui/button';
import { Keys } from './keys';
import { PlaceSearch } from './place-search';
import './palette.css';

export type PaletteProps = {
  asked: 'places' | 'keys';
  /** Follows an address as a link would. */
  go: (href: string) => void;
  onClose: () => void;
};

/** A window over the page: a place to go by typing, or the list of keys. */
export function Palette({ asked, go, onClose }: PaletteProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const close = () => dialog.current?.close();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it, too; a press beside it is for the mouse.
    <dialog
      ref={dialog}
      className="palette"
      aria-label={asked === 'places' ? 'Go to' : 'Keys'}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && close()}
    >
      <div className="palette-body">
        {asked === 'keys' ? (
          <Keys />
        ) : (
          <PlaceSearch
            onChoose={(href) => {
              close();
              go(href);
            }}
          />
        )}
        <div className="palette-foot">
          <Button onClick={close}>Close</Button>
        </div>
      </div>
    </dialog>
  );
}
