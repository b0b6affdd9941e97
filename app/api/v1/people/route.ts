import { answerList } from '@/app/_doors/answer/answer-list';
import { refuseAllBut } from '@/app/_doors/answer/refuse-all-but';
import { apiRoute } from '@/app/_doors/enter/enter-api';
import { personJson } from '@/lib/api/person';
import { ok } from '@/lib/domain/result';
import { listPeople } from '@/lib/services/people/list-people';

export const GET = apiRoute(async (ctx, request) => {
  const listed = await listPeople(ctx, {});
  return answerList(request, listed.ok ? ok(listed.value.people) : listed, personJson);
});

export const { DELETE, OPTIONS, PATCH, POST, PUT } = refuseAllBut('GET');
