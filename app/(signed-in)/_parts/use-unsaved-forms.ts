'use client';

import { useEffect } from 'react';

/**
 * Asks before a page is left whose form holds something typed and not taken; our own links ask it, too. One listener for every form, so
 * that none is forgotten. Forms that only choose what a page shows are not asked about.
 */
export function useUnsavedForms(): void {
  useEffect(() => {
    const typedInto = new Set<HTMLFormElement>();
    const listening = new AbortController();
    const { signal } = listening;
    const note = ({ target }: Event) => {
      const form = target instanceof Element ? target.closest('form') : null;
      if (form && form.getAttribute('method') !== 'get') typedInto.add(form);
    };
    const object = (event: Event) => {
      if ([...typedInto].some(isUnsaved)) event.preventDefault();
    };
    document.addEventListener('input', note, { signal });
    window.addEventListener('beforeunload', object, { signal });
    return () => listening.abort();
  }, []);
}

/** A form that was taken is given new defaults; one that was refused stands under its errors with what was typed as its defaults. */
const isUnsaved = (form: HTMLFormElement): boolean =>
  form.isConnected && (form.querySelector('.form-errors') !== null || [...form.elements].some(isChanged));

function isChanged(field: Element): boolean {
  if (field instanceof HTMLSelectElement)
    return [...field.options].some(({ selected, defaultSelected }) => selected !== defaultSelected);
  if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
  // A password manager fills in passwords unasked.
  if (!(field instanceof HTMLInputElement) || field.type === 'hidden' || field.type === 'password') return false;
  return field.value !== field.defaultValue || field.checked !== field.defaultChecked;
}
