import { isMetricId } from '@/lib/domain/metrics/adoption';
import { directionOf, type Target, type TargetChange } from '@/lib/domain/target';
import type { Db } from '../drivers/db';
import type { TargetModel } from '../generated/sqlite/models';
import { oneOf, storedDay } from './rows';

type By = { readonly at: Date; readonly byName: string };

export type TargetStore = {
  create(organisationId: string, target: Target, by: By): Promise<void>;
  /** By due day, without removed ones. */
  all(organisationId: string): Promise<Target[]>;
  byId(organisationId: string, id: string): Promise<Target | null>;
  /** As they stood before `end`, with the values and days of then, and with those removed since; by due day. */
  before(organisationId: string, end: Date): Promise<Target[]>;
  /** False when it is not there or removed. */
  change(
    organisationId: string,
    id: string,
    change: Pick<Target, 'value' | 'dueDay' | 'direction'> & By,
  ): Promise<boolean>;
  remove(organisationId: string, id: string, by: By): Promise<boolean>;
  /** Oldest first. */
  history(organisationId: string, id: string): Promise<TargetChange[]>;
};

export const targetStore = (db: Db): TargetStore => {
  const update = (organisationId: string, id: string, write: Write) =>
    db.atomically((tx) => changeWithHistory(tx, { organisationId, id, write }));
  return {
    create: (organisationId, target, { at, byName }) =>
      db.atomically(async ({ sql }) => {
        await sql.target.create({ data: { ...target, organisationId, createdAt: at }, select: { id: true } });
        const { id: targetId, value, dueDay } = target;
        await sql.targetChange.create({ data: { targetId, number: 1, action: 'set', value, dueDay, at, byName } });
      }),
    all: async (organisationId) => {
      const orderBy = [{ dueDay: 'asc' }, { id: 'asc' }] as const;
      const rows = await db.sql.target.findMany({ where: { organisationId, removedAt: null }, orderBy: [...orderBy] });
      return rows.map(target);
    },
    byId: async (organisationId, id) => {
      const row = await db.sql.target.findUnique({ where: { id, organisationId, removedAt: null } });
      return row && target(row);
    },
    before: async (organisationId, end) => {
      const changes = { where: { at: { lt: end } }, orderBy: { number: 'desc' }, take: 1 } as const;
      const rows = await db.sql.target.findMany({ where: { organisationId }, include: { changes } });
      return rows.flatMap(stoodOnce).sort((a, b) => (`${a.dueDay} ${a.id}` < `${b.dueDay} ${b.id}` ? -1 : 1));
    },
    change: (organisationId, id, { at, byName, ...data }) =>
      update(organisationId, id, { action: 'changed', data, at, byName }),
    remove: (organisationId, id, { at, byName }) =>
      update(organisationId, id, { action: 'removed', data: { removedAt: at }, at, byName }),
    history: async (organisationId, id) => {
      const rows = await db.sql.targetChange.findMany({
        where: { targetId: id, target: { organisationId } },
        orderBy: { number: 'asc' },
        omit: { targetId: true },
      });
      return rows.map((row) => ({ ...row, dueDay: storedDay(row.dueDay), action: actionIn(row.action) }));
    },
  };
};

type Write = {
  readonly action: 'changed' | 'removed';
  readonly data: Partial<Pick<TargetModel, 'value' | 'dueDay' | 'direction' | 'removedAt'>>;
  readonly at: Date;
  readonly byName: string;
};

/** The update comes first: it locks the target, so that changes of two people are numbered one after the other. */
async function changeWithHistory({ sql }: Db, asked: { organisationId: string; id: string; write: Write }) {
  const { organisationId, id, write } = asked;
  const { count } = await sql.target.updateMany({ where: { id, organisationId, removedAt: null }, data: write.data });
  if (count === 0) return false;
  const { value, dueDay } = await sql.target.findUniqueOrThrow({ where: { id } });
  const number = 1 + (await sql.targetChange.count({ where: { targetId: id } }));
  const { action, at, byName } = write;
  await sql.targetChange.create({ data: { targetId: id, number, action, value, dueDay, at, byName } });
  return true;
}

const actionIn = oneOf('target action', ['set', 'changed', 'removed']);
const directionIn = oneOf('target direction', ['up', 'down']);

type LastChange = { readonly action: string; readonly value: number; readonly dueDay: string };

/** The side it was approached from is not in its history, but follows from its value and from where it began. */
function stoodOnce({ changes: [last], ...row }: TargetModel & { changes: readonly LastChange[] }): Target[] {
  if (!last || actionIn(last.action) === 'removed') return [];
  const now = target(row);
  const { value } = last;
  const direction = value === now.value ? now.direction : directionOf(now.metric, value, now.startValue);
  return [{ ...now, value, direction, dueDay: storedDay(last.dueDay) }];
}

function target(row: TargetModel): Target {
  const { organisationId: _, createdAt: __, removedAt: ___, metric, direction, ...rest } = row;
  if (!isMetricId(metric)) throw new Error('the database has an unknown metric');
  const [dueDay, setOn] = [storedDay(rest.dueDay), storedDay(rest.setOn)];
  return { ...rest, metric, direction: directionIn(direction), dueDay, setOn };
}
