import type { PictureWords } from '@/lib/views/trends/picture-words';
import { exportSvg, svgText } from './export-svg';

/** A slide is shown larger than the page it was taken from. */
const leastScale = 2;

/** The page's trend as pixels, twice as fine as the page or as fine as the screen; null while there is nothing drawn. */
export async function exportPng(words: PictureWords): Promise<Blob | null> {
  const scale = Math.max(leastScale, window.devicePixelRatio);
  const svg = exportSvg(words);
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
