import { answerProblem } from '@/app/_doors/answer';
import { queryOf } from '@/app/_doors/asked';
import { apiRoute } from '@/app/_doors/enter-api';
import { exportSnapshots } from '@/lib/services/export-snapshots';

export const GET = apiRoute(async (ctx, request) => {
  const exported = await exportSnapshots(ctx, queryOf(request));
  if (!exported.ok) return answerProblem(exported.failure);
  const { name, mediaType, text } = exported.value;
  return new Response(await streamOf(text), {
    headers: {
      'Content-Type': mediaType,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
    },
  });
});

/** Begins only when the first piece is there: until then a failure can still be told. */
async function streamOf(text: AsyncIterable<string>): Promise<ReadableStream<Uint8Array>> {
  const pieces = text[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  let piece = await pieces.next();
  return new ReadableStream({
    async pull(stream) {
      if (piece.done) return stream.close();
      stream.enqueue(encoder.encode(piece.value));
      piece = await pieces.next();
    },
    async cancel() {
      await pieces.return?.();
    },
  });
}
