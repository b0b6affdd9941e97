import { daysBetween, isDay } from '@/lib/domain/day';
import type { Cell } from '../cells';

/** Styles by their place in `styles.xml`. */
export const style = { plain: 0, day: 1, ratio: 2, instant: 3, head: 4 } as const;

export const sheetStart = (widths: readonly number[], frozenRows: number): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0">${
    frozenRows === 0
      ? ''
      : `<pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/>`
  }</sheetView></sheetViews><cols>${widths
    .map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`)
    .join('')}</cols><sheetData>`;

export const sheetEnd = '</sheetData></worksheet>';

/** `number` counts from 1. A cell that is null is not written at all: blank, not 0. */
export function rowXml(number: number, cells: readonly Cell[], head = false): string {
  const written = cells.map((cell, index) => cellXml(`${columnName(index)}${number}`, cell, head)).join('');
  return `<row r="${number}">${written}</row>`;
}

function cellXml(place: string, cell: Cell, head: boolean): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return numberXml(place, cell, style.plain);
  if (typeof cell === 'string') return textXml(place, cell, head ? style.head : style.plain);
  if ('ratio' in cell) return numberXml(place, cell.ratio, style.ratio);
  if ('instant' in cell) return numberXml(place, serialOf(cell.instant), style.instant);
  // Spreadsheets take 1900 for a leap year, so serial numbers only fit the calendar from March of it on.
  return isDay(cell.day) && cell.day >= '1900-03-01'
    ? numberXml(place, daysBetween(epoch, cell.day), style.day)
    : textXml(place, cell.day, style.plain);
}

const epoch = '1899-12-30';

/** Days since the epoch, in UTC: a spreadsheet knows no time zones. */
const serialOf = (instant: Date): number => instant.getTime() / 86_400_000 + 25_569;

const styled = (number: number): string => (number === style.plain ? '' : ` s="${number}"`);

const numberXml = (place: string, value: number, number: number): string =>
  `<c r="${place}"${styled(number)}><v>${value}</v></c>`;

/** Inline text is never a formula, whatever it begins with. */
const textXml = (place: string, text: string, number: number): string =>
  `<c r="${place}"${styled(number)} t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

export const escaped = (text: string): string =>
  text
    .replaceAll(/_x[0-9A-Fa-f]{4}_/g, (code) => `_x005F${code}`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll(/[^\t\n\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, (character) => {
      return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
    });

/** A, B, ... Z, AA */
function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : `${columnName(Math.floor(index / 26) - 1)}${last}`;
}
