'use client';

import { useState } from 'react';
import type { PictureWords } from '@/lib/views/trends/picture-words';

type Props = {
  /** What a picture says around its chart, as JSON: read when one is asked for. */
  wordsText: string;
  /** Without its ending. */
  fileName: string;
};

/** Saves the trend as it is shown, with all the words it needs. What draws it comes when it is asked for. */
export function ExportButtons({ wordsText, fileName }: Props) {
  const [failed, setFailed] = useState(false);
  const save = (file: Blob | null, ending: string) => {
    setFailed(file === null);
    if (file === null) return;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = `${fileName}.${ending}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };
  const words = (): PictureWords => JSON.parse(wordsText);
  const saveAs = {
    png: () => import('../../../_charts/export-png').then(({ exportPng }) => exportPng(words())),
    svg: () =>
      import('../../../_charts/export-svg').then(({ exportSvg, svgText }) => {
        const svg = exportSvg(words());
        return svg && new Blob([svgText(svg)], { type: 'image/svg+xml' });
      }),
  };
  const pressed = (ending: keyof typeof saveAs) => () =>
    saveAs[ending]().then(
      (file) => save(file, ending),
      () => setFailed(true),
    );
  return (
    <>
      <button className="menu-item needs-script" type="button" onClick={pressed('png')}>
        Picture (PNG)
      </button>
      <button className="menu-item needs-script" type="button" onClick={pressed('svg')}>
        Picture (SVG)
      </button>
      <span className="menu-hint" role="status">
        {failed && 'The picture is not ready yet. Try again in a moment.'}
      </span>
    </>
  );
}
