import type { Db } from '../drivers/db';
import type { SavedViewModel } from '../generated/sqlite/models';
import { viewsVersionKey } from './history-version';
import { settingStore } from './settings';

/** `ownerId` is a user's id, empty for a view that is for all. */
export type StoredView = Omit<SavedViewModel, 'organisationId'>;

export type SavedViewStore = {
  /** `taken` when its owner has one of that name, `full` when they have `most`. */
  create(organisationId: string, view: StoredView, most: number): Promise<'created' | 'taken' | 'full'>;
  /** A person's own and those for all, by name. */
  of(organisationId: string, userId: string): Promise<StoredView[]>;
  byId(organisationId: string, id: string): Promise<StoredView | null>;
  /** `taken` when its owner has another of that name. */
  rename(
    organisationId: string,
    id: string,
    name: Pick<StoredView, 'name' | 'nameKey'>,
  ): Promise<'renamed' | 'taken' | 'gone'>;
  remove(organisationId: string, id: string): Promise<boolean>;
  /** What was remembered of the views is read anew: after what is not a change of a view itself. */
  changed(organisationId: string): Promise<void>;
};

const omit = { organisationId: true } as const;

export const savedViewStore = (db: Db): SavedViewStore => ({
  create: (organisationId, view, most) =>
    db.atomically(async (tx) => {
      await lockViews(tx, organisationId);
      const { ownerId, nameKey } = view;
      const theirs = await tx.sql.savedView.findMany({ where: { organisationId, ownerId }, select: { nameKey: true } });
      if (theirs.some((other) => other.nameKey === nameKey)) return 'taken';
      if (theirs.length >= most) return 'full';
      await tx.sql.savedView.create({ data: { ...view, organisationId }, select: { id: true } });
      await markChanged(tx, organisationId);
      return 'created';
    }),
  of: (organisationId, userId) =>
    db.sql.savedView.findMany({
      where: { organisationId, ownerId: { in: ['', userId] } },
      orderBy: [{ nameKey: 'asc' }, { id: 'asc' }],
      omit,
    }),
  byId: (organisationId, id) => db.sql.savedView.findUnique({ where: { id, organisationId }, omit }),
  rename: (organisationId, id, { name, nameKey }) =>
    db.atomically(async (tx) => {
      await lockViews(tx, organisationId);
      const view = await tx.sql.savedView.findUnique({ where: { id, organisationId }, select: { ownerId: true } });
      if (!view) return 'gone';
      const others = { organisationId, ownerId: view.ownerId, nameKey, NOT: { id } };
      if ((await tx.sql.savedView.count({ where: others })) > 0) return 'taken';
      await tx.sql.savedView.updateMany({ where: { id, organisationId }, data: { name, nameKey } });
      await markChanged(tx, organisationId);
      return 'renamed';
    }),
  remove: (organisationId, id) =>
    db.atomically(async (tx) => {
      const { count } = await tx.sql.savedView.deleteMany({ where: { id, organisationId } });
      if (count === 1) await markChanged(tx, organisationId);
      return count === 1;
    }),
  changed: (organisationId) => markChanged(db, organisationId),
});

const markChanged = (db: Db, organisationId: string): Promise<void> =>
  settingStore(db).set(organisationId, viewsVersionKey, crypto.randomUUID());

/** Two of one name at once pass here one after the other; a no-op update is a row lock that both databases know. */
async function lockViews({ sql }: Db, organisationId: string): Promise<void> {
  await sql.$executeRaw`UPDATE "Organisation" SET "name" = "name" WHERE "id" = ${organisationId}`;
}
