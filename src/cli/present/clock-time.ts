import type { Lang } from '../../model/lang.ts'

/** A time of the day, as `14:05`, in every language. Units: milliseconds since 1970. */
export const clockTime = (lang: Lang, atMs: number): string =>
  new Intl.DateTimeFormat(lang, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(atMs)
