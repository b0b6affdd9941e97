'use client';

import { useState } from 'react';
import { exportPng } from '../../../_charts/export-png';
import { type ExportHead, exportSvg, svgText } from '../../../_charts/export-svg';

type Props = ExportHead & {
  /** Without its ending. */
  fileName: string;
};

/** Saves the trend as it is shown, with a title. */
export function ExportButtons({ title, sub, fileName }: Props) {
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
  const saveSvg = () => {
    const svg = exportSvg({ title, sub });
    save(svg && new Blob([svgText(svg)], { type: 'image/svg+xml' }), 'svg');
  };
  return (
    <>
      <button
        className="menu-item needs-script"
        type="button"
        onClick={async () => save(await exportPng({ title, sub }), 'png')}
      >
        Picture (PNG)
      </button>
      <button className="menu-item needs-script" type="button" onClick={saveSvg}>
        Picture (SVG)
      </button>
      <span className="menu-hint" role="status">
        {failed && 'The picture is not ready yet. Try again in a moment.'}
      </span>
    </>
  );
}
