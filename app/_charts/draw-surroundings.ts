import type { Picture, PictureLabel } from '@/lib/views/charts/chart-layout';
import type { Palette } from './palette';

type Pen = CanvasRenderingContext2D;

/** Weekends, grid, holes, range, target, flags: what lies beneath the lines. */
export function drawUnder(pen: Pen, picture: Picture, palette: Palette): void {
  const { plot, weekends, gaps, bands, targets, now } = picture;
  const height = plot.bottom - plot.top;
  pen.save();
  pen.fillStyle = palette.canvas;
  for (const { x, width } of weekends) pen.fillRect(x, plot.top, width, height);
  drawAxes(pen, picture, palette);
  for (const { x, width } of gaps) {
    pen.fillStyle = palette.surface;
    pen.fillRect(x, plot.top, width, height);
    hatch(pen, { x, y: plot.top, width, height }, palette);
  }
  for (const { tone, band, middle } of bands) {
    pen.fillStyle = palette.band;
    pen.fill(new Path2D(band));
    stroke(pen, new Path2D(middle), { colour: palette[`s${tone}`], width: 1.5, dash: [2, 3] });
  }
  for (const { from, to, y, ring } of targets) {
    pen.lineCap = 'round';
    stroke(pen, straight(from, y, to, y), { colour: palette.target, width: 1.25, dash: [1, 3] });
    pen.lineCap = 'butt';
    if (ring) circle(pen, { x: to, y, r: 3 }, { fill: palette.surface, colour: palette.target, width: 1.5 });
  }
  drawFlags(pen, picture, palette);
  if (now !== null) stroke(pen, straight(now, plot.top, now, plot.bottom), { colour: palette['line-strong'] });
  pen.restore();
}

/** Names and words, upon everything, each with a halo. */
export function drawOver(pen: Pen, { labels, lines }: Picture, palette: Palette): void {
  pen.save();
  for (const { tone, end } of lines) {
    if (end) circle(pen, { ...end, r: 3.5 }, { fill: palette[`s${tone}`], colour: palette.surface, width: 2 });
  }
  for (const label of labels) drawLabel(pen, label, palette);
  pen.restore();
}

function drawAxes(pen: Pen, { plot, yTicks, xTicks }: Picture, palette: Palette): void {
  pen.font = `11px ${palette.font}`;
  pen.textAlign = 'right';
  for (const [at, { y, text }] of yTicks.entries()) {
    stroke(pen, straight(plot.left, y, plot.right, y), { colour: palette[at === 0 ? 'line-strong' : 'grid'] });
    pen.fillStyle = palette['text-3'];
    pen.fillText(text, plot.left - 8, y + 4);
  }
  for (const { x, anchor, text } of xTicks) {
    stroke(pen, straight(x, plot.bottom, x, plot.bottom + 4), { colour: palette['line-strong'] });
    pen.textAlign = aligned[anchor];
    pen.fillText(text, x, plot.bottom + 16);
  }
}

function drawFlags(pen: Pen, { flags, plot }: Picture, palette: Palette): void {
  for (const { x, y, text, anchor, until } of flags) {
    stroke(pen, straight(x, y, x, plot.bottom), { colour: palette['line-strong'], dash: [1, 2] });
    if (until !== null) {
      stroke(pen, straight(x, plot.top - 2, until, plot.top - 2), { colour: palette['text-2'], width: 2 });
    }
    pen.fillStyle = palette['text-2'];
    pen.fill(new Path2D(`M${x} ${y}h9l-2.5 3.5l2.5 3.5h-9z`));
    const at = anchor === 'start' ? x + 13 : x - 5;
    drawLabel(pen, { x: at, y: y + 8, anchor, lines: [text], tone: 'muted' }, palette);
  }
}

const aligned = { start: 'left', middle: 'center', end: 'right' } as const;

function drawLabel(pen: Pen, { x, y, anchor, lines, tone }: PictureLabel, palette: Palette): void {
  pen.font = `${tone === 'muted' ? 400 : 600} 11px ${palette.font}`;
  pen.textAlign = aligned[anchor];
  pen.lineJoin = 'round';
  pen.strokeStyle = palette.surface;
  pen.lineWidth = 3;
  pen.setLineDash([]);
  pen.fillStyle = tone === 'muted' ? palette['text-2'] : tone === 'strong' ? palette.text : palette[`s${tone}`];
  for (const [at, line] of lines.entries()) {
    pen.strokeText(line, x, y + at * 14);
    pen.fillText(line, x, y + at * 14);
  }
}

type Area = { x: number; y: number; width: number; height: number };

function hatch(pen: Pen, { x, y, width, height }: Area, palette: Palette): void {
  pen.save();
  pen.beginPath();
  pen.rect(x, y, width, height);
  pen.clip();
  pen.globalAlpha = 0.7;
  const lines = new Path2D();
  for (let at = x; at < x + width + height; at += 7) lines.addPath(straight(at, y, at - height, y + height));
  stroke(pen, lines, { colour: palette.hatch, width: 0.6 });
  pen.restore();
}

type Line = { colour: string; width?: number; dash?: number[] };

function stroke(pen: Pen, path: Path2D, { colour, width = 1, dash = [] }: Line): void {
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.setLineDash(dash);
  pen.stroke(path);
}

function circle(
  pen: Pen,
  { x, y, r }: { x: number; y: number; r: number },
  { fill, ...line }: Line & { fill: string },
) {
  const path = new Path2D();
  path.arc(x, y, r, 0, 2 * Math.PI);
  pen.fillStyle = fill;
  pen.fill(path);
  stroke(pen, path, line);
}

const straight = (x1: number, y1: number, x2: number, y2: number): Path2D => new Path2D(`M${x1} ${y1}L${x2} ${y2}`);
