import { answerJson } from '@/app/_doors/answer/answer';
import { refuseAllBut } from '@/app/_doors/answer/refuse-all-but';
import { apiRoute } from '@/app/_doors/enter/enter-api';
import { apiDocument } from '@/lib/api/document';

export const GET = apiRoute(async ({ config }) => answerJson(apiDocument({ origin: config.publicUrl.origin })));

export const { DELETE, OPTIONS, PATCH, POST, PUT } = refuseAllBut('GET');
