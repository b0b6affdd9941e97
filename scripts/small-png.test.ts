import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { smallPng } from './parts/small-png.mjs';

const [white, blue, red] = [0xffffff, 0x1f5fbf, 0xb3261e];

test.each([0, 1, 2, 3, 4])('a picture of few colours keeps each of them, by filter %i', (filter) => {
  const pixels = [
    [white, white, blue],
    [red, white, blue],
    [white, red, red],
  ];
  expect(coloursOf(smallPng(pngOf(pixels, filter)))).toEqual(pixels);
});

test('of more than 256 colours the rare ones become their nearest', () => {
  const greys = Array.from({ length: 300 }, (_, index) => (index % 2 === 0 ? white : index * 0x10101));
  const pixels = [Array.from({ length: 300 }, () => blue), greys.map((grey) => grey & 0xffffff)];
  const [same = [], close = []] = coloursOf(smallPng(pngOf(pixels, 0)));
  expect(new Set(same)).toEqual(new Set([blue]));
  for (const [index, colour] of close.entries()) {
    expect(Math.abs((colour & 255) - ((pixels[1]?.[index] ?? 0) & 255))).toBeLessThan(8);
  }
});

test('a rare colour unlike all others stays', () => {
  const greys = Array.from({ length: 900 }, (_, index) => (index % 250) * 0x10101 + (index % 3));
  const [row = []] = coloursOf(smallPng(pngOf([[...greys, ...greys, red]], 0)));
  expect(row.at(-1)).toBe(red);
});

/** As a browser writes it: three bytes a pixel, each row filtered (PNG specification, 9.2). */
function pngOf(pixels: readonly (readonly number[])[], filter: number): Buffer {
  const rows = pixels.map((row) => row.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  const raw = rows.flatMap((row, y) => [
    filter,
    ...row.map((byte, x) => {
      const [left, up, corner] = [row[x - 3] ?? 0, rows[y - 1]?.[x] ?? 0, rows[y - 1]?.[x - 3] ?? 0];
      return (byte - guess(filter, { left, up, corner })) & 255;
    }),
  ]);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(pixels[0]?.length ?? 0, 0);
  head.writeUInt32BE(pixels.length, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const parts = [chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.from(raw))), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts]);
}

type Around = { readonly left: number; readonly up: number; readonly corner: number };

function guess(filter: number, { left, up, corner }: Around): number {
  const paeth = [left, up, corner].toSorted(
    (a, b) => Math.abs(left + up - corner - a) - Math.abs(left + up - corner - b),
  );
  return [0, left, up, Math.floor((left + up) / 2), paeth[0] ?? 0][filter] ?? 0;
}

function chunk(name: string, bytes: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), bytes]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(bytes.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

/** The colours of a picture with a palette, row by row. */
function coloursOf(png: Buffer): number[][] {
  const part = (name: string) => {
    const at = png.indexOf(name);
    const bytes = png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4));
    expect(png.readUInt32BE(at + 4 + bytes.length)).toBe(crc32(png.subarray(at, at + 4 + bytes.length)));
    return bytes;
  };
  const [width, palette, rows] = [part('IHDR').readUInt32BE(0), part('PLTE'), inflateSync(part('IDAT'))];
  return Array.from({ length: rows.length / (width + 1) }, (_, y) =>
    Array.from({ length: width }, (_, x) => palette.readUIntBE((rows[y * (width + 1) + x + 1] ?? 0) * 3, 3)),
  );
}
