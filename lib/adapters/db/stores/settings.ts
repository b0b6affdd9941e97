import type { Db } from '../drivers/db';
import type { SettingStore } from './store';

export const settingStore = ({ sql }: Db): SettingStore => ({
  get: async (organisationId, key) => {
    const row = await sql.setting.findUnique({
      where: { organisationId_key: { organisationId, key } },
      select: { value: true },
    });
    return row?.value ?? null;
  },
  set: async (organisationId, key, value) => {
    await sql.setting.upsert({
      where: { organisationId_key: { organisationId, key } },
      create: { organisationId, key, value },
      update: { value },
      select: { key: true },
    });
  },
});
