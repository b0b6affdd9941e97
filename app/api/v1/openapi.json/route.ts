import { answerJson } from '@/app/_doors/answer';
import { apiRoute } from '@/app/_doors/enter-api';
import { apiDocument } from '@/lib/views/api/document';

export const GET = apiRoute(async ({ config }) => answerJson(apiDocument({ origin: config.publicUrl.origin })));
