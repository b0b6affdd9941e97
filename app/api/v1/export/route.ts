import { answerProblem } from '@/app/_doors/answer/answer';
import { queryOf } from '@/app/_doors/answer/read-request';
import { refuseAllBut } from '@/app/_doors/answer/refuse-all-but';
import { apiRoute } from '@/app/_doors/enter/enter-api';
import { exportHistory } from '@/lib/services/transfer/export-history';

export const GET = apiRoute(async (ctx, request) => {
  const exported = await exportHistory(ctx, queryOf(request));
  if (!exported.ok) return answerProblem(exported.failure);
  const { name, mediaType, pieces } = exported.value;
  return new Response(await streamOf(pieces), {
    headers: {
      'Content-Type': mediaType,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
    },
  });
});

export const { DELETE, OPTIONS, PATCH, POST, PUT } = refuseAllBut('GET');

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
