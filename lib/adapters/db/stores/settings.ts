import type { Db } from '../drivers/db';

export type SettingStore = {
  get(organisationId: string, key: string): Promise<string | null>;
  set(organisationId: string, key: string, value: string): Promise<void>;
};

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
