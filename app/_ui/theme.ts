export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export const themeCookie = 'theme';

/** Anything but our own three words is the system's choice. */
export const parseTheme = (value: unknown): Theme => themes.find((theme) => theme === value) ?? 'system';
