import type { Lang } from '../../model/lang.ts'

/** How each language writes dates. Browsers know no Kazakh names of months; in numbers, Kazakh dates are as Russian ones. */
const formats: Readonly<Record<Lang, readonly [locale: string, dateStyle: 'short' | 'medium']>> = {
  kk: ['ru', 'short'],
  ru: ['ru', 'medium'],
  en: ['en-GB', 'medium'],
}

/** Writes a date and a time, in the reader's time zone. */
export function formatTime(date: Date, lang: Lang): string {
  const [locale, dateStyle] = formats[lang]
  return new Intl.DateTimeFormat(locale, { dateStyle, timeStyle: 'short' }).format(date)
}
