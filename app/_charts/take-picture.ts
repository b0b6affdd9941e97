const padding = 24;
const head = 56;

/** The page's trend with a title above it, on the page's own ground; null while there is no canvas. */
export async function takePicture({ title, sub }: { title: string; sub: string }): Promise<Blob | null> {
  const chart = document.querySelector<HTMLCanvasElement>('.stage canvas');
  const sheet = document.createElement('canvas');
  const pen = sheet.getContext('2d');
  if (!chart || !pen) return null;
  const scale = chart.width / chart.clientWidth;
  sheet.width = chart.width + 2 * padding * scale;
  sheet.height = chart.height + (2 * padding + head) * scale;
  const root = getComputedStyle(document.documentElement);
  const colour = (name: string) => root.getPropertyValue(`--c-${name}`).trim();
  const { fontFamily } = getComputedStyle(document.body);
  pen.fillStyle = colour('surface');
  pen.fillRect(0, 0, sheet.width, sheet.height);
  pen.drawImage(chart, padding * scale, (padding + head) * scale);
  pen.scale(scale, scale);
  pen.fillStyle = colour('text');
  pen.font = `600 16px ${fontFamily}`;
  pen.fillText(title, padding, padding + 14);
  pen.fillStyle = colour('text-2');
  pen.font = `12px ${fontFamily}`;
  pen.fillText(sub, padding, padding + 36);
  return new Promise((resolve) => sheet.toBlob(resolve, 'image/png'));
}
