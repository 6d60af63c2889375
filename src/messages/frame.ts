/** Texts that scripts of every page show. A group of its own, since an object is loaded whole. */
export const frame = {
  themes: { device: 'as on the device', light: 'light', dark: 'dark' },
  themeButton: (now: string) => `Theme: ${now}`,
  offlineLine: { offline: 'Offline', kept: 'Kept offline' },
} as const
