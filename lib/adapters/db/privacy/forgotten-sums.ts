import { createHash } from 'node:crypto';
import type { Db } from '../drivers/db';
import { sha256 } from '../stores/chain';
import { forgottenLine, forgottenReviewLine } from '../stores/forgotten';

const atOnce = 2_000;

/** What an entry says of all that was taken out of entries and reviews so far, so that nobody takes out more without an entry. */
export async function forgottenSums({ sql }: Db): Promise<{ forgotten: number; forgottenSha256: string }> {
  const hash = createHash('sha256');
  let forgotten = 0;
  const add = (line: string | null) => {
    if (line === null) return;
    forgotten += 1;
    hash.update(line);
  };
  const reviews = await sql.reviewRevision.findMany({ where: { erasedAt: { not: null } } });
  // As the bytes are ordered, whatever the database's own order is.
  const order = (a: (typeof reviews)[number], b: typeof a) =>
    a.organisationId === b.organisationId ? a.seq - b.seq : a.organisationId < b.organisationId ? -1 : 1;
  for (const row of reviews.toSorted(order)) add(forgottenReviewLine(row, sha256(row.document)));
  for (let after = 0; ; ) {
    const rows = await sql.auditEntry.findMany({
      where: { seq: { gt: after }, OR: gone },
      orderBy: { seq: 'asc' },
      take: atOnce,
    });
    for (const row of rows) add(forgottenLine(row));
    after = rows.at(-1)?.seq ?? after;
    if (rows.length < atOnce) return { forgotten, forgottenSha256: hash.digest('hex') };
  }
}

const gone = [
  { erasedAt: { not: null } },
  { who: null, whoSha256: { not: null } },
  { whence: null, whenceSha256: { not: null } },
];
