'use client';

import { useState } from 'react';
import { takePicture } from '../../../_charts/take-picture';

type Props = { title: string; sub: string; fileName: string };

/** Saves what the canvas shows, with a title, as PNG. */
export function PictureButton({ title, sub, fileName }: Props) {
  const [failed, setFailed] = useState(false);
  const save = async () => {
    const picture = await takePicture({ title, sub });
    setFailed(picture === null);
    if (picture === null) return;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(picture);
    link.download = fileName;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };
  return (
    <>
      <button className="menu-item needs-script" type="button" onClick={save}>
        Picture (PNG)
      </button>
      <span className="menu-hint" role="status">
        {failed && 'The picture is not ready yet. Try again in a moment.'}
      </span>
    </>
  );
}
