import { type ExportHead, exportSvg, svgText } from './export-svg';

/** The page's trend as pixels, by default as fine as the screen's; null while there is nothing drawn. */
export async function exportPng(head: ExportHead, scale = window.devicePixelRatio): Promise<Blob | null> {
  const svg = exportSvg(head);
  const sheet = document.createElement('canvas');
  const pen = sheet.getContext('2d');
  if (!svg || !pen) return null;
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svgText(svg))}`;
  await image.decode();
  sheet.width = Math.round(image.width * scale);
  sheet.height = Math.round(image.height * scale);
  pen.drawImage(image, 0, 0, sheet.width, sheet.height);
  return new Promise((resolve) => sheet.toBlob(resolve, 'image/png'));
}
