import { parseAccept } from 'hono/utils/accept'
import { type Lang, langs } from '../model/lang.ts'

/** The language of ours that a reader's browser likes best. Shape: the header `Accept-Language`. */
export function readerLang(accepted: string | undefined, fallback: Lang): Lang {
  const wanted = parseAccept(accepted ?? '')
    .sort((a, b) => b.q - a.q)
    .map(({ type }) => type.toLowerCase().split('-')[0])
  return wanted.flatMap((one) => langs.filter((lang) => lang === one))[0] ?? fallback
}
