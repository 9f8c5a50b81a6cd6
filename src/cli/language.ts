import type { UsageFault } from '../model/errors.ts'
import { defaultLang, type Lang, langs } from '../model/lang.ts'

type Env = Readonly<Record<string, string | undefined>>

const isLang = (word: string | undefined): word is Lang => langs.includes(word as Lang)

/** The language code of a locale: `kk` for `kk_KZ.UTF-8`, undefined for `C`. */
const localeLang = (locale: string): string | undefined => /^\s*([a-z]{2,3})(?![a-z])/.exec(locale.toLowerCase())?.[1]

/**
 * The language of messages: `--messages`, else `KORME_LANG`, else the system's, else English. The system's is read from
 * the environment in the order of POSIX; Windows and macOS often set none of these variables.
 */
export function messagesLang(
  flag: string | undefined,
  env: Env,
  system = () => new Intl.DateTimeFormat().resolvedOptions().locale,
): Lang {
  if (isLang(flag)) return flag
  const own = localeLang(env.KORME_LANG ?? '')
  if (isLang(own)) return own
  const locale = localeLang(env.LC_ALL || env.LC_MESSAGES || env.LANG || system())
  return isLang(locale) ? locale : defaultLang
}

/** The warning about a `KORME_LANG` that names no language of messages; null if it does, is empty, or is not asked. */
export function unknownLangVariable(flag: string | undefined, env: Env): UsageFault | null {
  const value = env.KORME_LANG ?? ''
  if (isLang(flag) || value.trim() === '' || isLang(localeLang(value))) return null
  return { code: 'variable-value-unknown', variable: 'KORME_LANG', value, known: langs }
}
