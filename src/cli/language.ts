import { defaultLang, type Lang, langs } from '../model/lang.ts'

type Env = Readonly<Record<string, string | undefined>>

const isLang = (word: string | undefined): word is Lang => langs.includes(word as Lang)

/** The language of an address of a locale: `kk` of `kk_KZ.UTF-8`, nothing of `C`. */
const localeLang = (locale: string): string | undefined => /^[a-z]{2,3}/.exec(locale.toLowerCase())?.[0]

/**
 * The language of messages: `--messages`, else `KORME_LANG`, else the system's, else English.
 * Source: of the system's, the environment comes first, as POSIX orders it; Windows and macOS often set none.
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
