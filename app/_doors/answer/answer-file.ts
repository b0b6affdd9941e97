import type { ExportFile } from '@/lib/services/transfer/export-history';

/** A file that is written while it is read. */
export const answerFile = async ({ name, mediaType, pieces }: ExportFile): Promise<Response> =>
  new Response(await streamOf(pieces), {
    headers: {
      'Content-Type': mediaType,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
    },
  });

/** Begins only when the first piece is there: until then a failure can still be told. */
async function streamOf(file: AsyncIterable<string | Uint8Array>): Promise<ReadableStream<Uint8Array>> {
  const pieces = file[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  let piece = await pieces.next();
  return new ReadableStream({
    async pull(stream) {
      if (piece.done) return stream.close();
      stream.enqueue(typeof piece.value === 'string' ? encoder.encode(piece.value) : piece.value);
      piece = await pieces.next();
    },
    async cancel() {
      await pieces.return?.();
    },
  });
}
