import { crc32, deflateSync, inflateSync } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const mostColours = 256;

/**
 * A picture of a page with a palette instead of three bytes a pixel: a third of Chromium's own bytes. Pages have few colours; of more
 * than 256, mostly the edges of letters, the rare ones become their nearest. Takes what Chromium writes: eight bits a channel, not interlaced.
 */
export function smallPng(png) {
  const { width, height, channels, data } = opened(png);
  const pixels = unfiltered(inflateSync(data), { width, height, channels });
  const counts = new Map();
  for (let at = 0; at < pixels.length; at += channels) {
    const colour = colourAt(pixels, at);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const palette = paletteOf(counts);
  const places = new Map(palette.map((colour, place) => [colour, place]));
  for (const colour of counts.keys()) if (!places.has(colour)) places.set(colour, nearest(palette, colour));
  const rows = Buffer.alloc(height * (width + 1));
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const row = Math.floor(pixel / width);
    rows[pixel + row + 1] = places.get(colourAt(pixels, pixel * channels));
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits a pixel, each of them a place in the palette.
  head.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  const parts = [
    chunk('IHDR', head),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND'),
  ];
  return Buffer.concat([signature, ...parts]);
}

function opened(png) {
  const parts = [];
  for (let at = signature.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    parts.push({ name: png.toString('latin1', at + 4, at + 8), bytes: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  const { bytes: head } = parts.find(({ name }) => name === 'IHDR');
  const [bits, kind, , , interlaced] = head.subarray(8);
  if (bits !== 8 || ![2, 6].includes(kind) || interlaced) throw new Error('not a picture as Chromium writes it');
  const data = Buffer.concat(parts.filter(({ name }) => name === 'IDAT').map(({ bytes }) => bytes));
  return { width: head.readUInt32BE(0), height: head.readUInt32BE(4), channels: kind === 6 ? 4 : 3, data };
}

/** Each byte is stored as its distance from a guess, by one of five rules a row (PNG specification, 9.2). */
function unfiltered(raw, { width, height, channels }) {
  const stride = width * channels;
  const pixels = Buffer.alloc(height * stride);
  for (let row = 0; row < height; row += 1) {
    const guess = guesses[raw[row * (stride + 1)]];
    for (let x = 0; x < stride; x += 1) {
      const at = row * stride + x;
      const left = x < channels ? 0 : pixels[at - channels];
      const up = row === 0 ? 0 : pixels[at - stride];
      const corner = row === 0 || x < channels ? 0 : pixels[at - stride - channels];
      pixels[at] = raw[row * (stride + 1) + 1 + x] + guess(left, up, corner);
    }
  }
  return pixels;
}

const guesses = [
  () => 0,
  (left) => left,
  (_, up) => up,
  (left, up) => (left + up) >> 1,
  (left, up, corner) => {
    const [toLeft, toUp, toCorner] = [up - corner, left - corner, left + up - 2 * corner].map(Math.abs);
    if (toLeft <= toUp && toLeft <= toCorner) return left;
    return toUp <= toCorner ? up : corner;
  },
];

const colourAt = (pixels, at) => (pixels[at] << 16) | (pixels[at + 1] << 8) | pixels[at + 2];

/** The most frequent colours, then whichever is missed most: a few red letters are rare, and far from everything else. */
function paletteOf(counts) {
  const byCount = [...counts].sort((a, b) => b[1] - a[1]);
  const palette = byCount.slice(0, mostColours / 2).map(([colour]) => colour);
  const others = byCount
    .slice(mostColours / 2)
    .map(([colour, count]) => ({ colour, count, far: farFrom(palette, colour) }));
  while (palette.length < mostColours && others.length > 0) {
    const missed = others.reduce((worst, one) => (one.far * one.count > worst.far * worst.count ? one : worst));
    others.splice(others.indexOf(missed), 1);
    palette.push(missed.colour);
    for (const one of others) one.far = Math.min(one.far, distance(one.colour, missed.colour));
  }
  return palette;
}

const farFrom = (palette, colour) =>
  palette.reduce((least, one) => Math.min(least, distance(one, colour)), Number.MAX_VALUE);

function nearest(palette, colour) {
  const least = farFrom(palette, colour);
  return palette.findIndex((one) => distance(one, colour) === least);
}

const distance = (one, other) =>
  ((one >> 16) - (other >> 16)) ** 2 +
  (((one >> 8) & 255) - ((other >> 8) & 255)) ** 2 +
  ((one & 255) - (other & 255)) ** 2;

function chunk(name, bytes = Buffer.alloc(0)) {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), bytes]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(bytes.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
