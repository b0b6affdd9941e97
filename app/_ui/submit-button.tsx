'use client';

import type { ComponentProps, ReactNode } from 'react';
import { useFormStatus } from 'react-dom';
import { Button, type ButtonLook } from './button';

type Props = ComponentProps<'button'> & ButtonLook & { busy?: ReactNode };

/** Submits its form once: while the answer is awaited it says `busy` and presses go nowhere. */
export function SubmitButton({ busy, children, ...rest }: Props) {
  const { pending } = useFormStatus();
  const off = pending || rest['aria-disabled'] === true;
  return (
    <Button
      {...rest}
      type="submit"
      aria-disabled={off || undefined}
      onClick={(event) => {
        if (off) event.preventDefault();
      }}
    >
      {pending ? (busy ?? children) : children}
    </Button>
  );
}
