import { parseAccept } from 'hono/utils/accept'
import { type Lang, langs } from '../../model/lang.ts'

/** Returns the language that a reader's browser prefers among those of Korme. Shape: the header `Accept-Language`. */
export function readerLang(accepted: string | undefined, fallback: Lang): Lang {
  const preferred = parseAccept(accepted ?? '')
    .sort((a, b) => b.q - a.q)
    .map(({ type }) => type.toLowerCase().split('-')[0])
  return preferred.flatMap((one) => langs.filter((lang) => lang === one))[0] ?? fallback
}
