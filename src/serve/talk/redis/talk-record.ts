import type { LiveOptions } from '../../../live/live-options.ts'
import { type Lang, langs } from '../../../model/lang.ts'
import type { RedisLink } from '../../../redis/open-redis.ts'
import { shortHash } from '../../../system/hash.ts'
import { deleteOwnScript } from './scripts.ts'
import { prefixOf, talkKeys } from './wire.ts'

/** What processes that serve followers have to know of a talk. */
export interface TalkRecord {
  /** Names all that the talk keeps at Redis. */
  id: string
  /** With this, pages of followers are let in. It stands in no URL. */
  key: string
  /** How the speaker shows the deck. */
  options: RecordedOptions
  /** The versions of the deck, by languages: see `contentVersion`. */
  versions: Readonly<Record<string, number>>
}

/** The options that all processes must have in common. */
export type RecordedOptions = Pick<LiveOptions, 'aspect' | 'lang' | 'script' | 'theme'>

/** A longer record is none of ours. Units: bytes. */
const maxRecordBytes = 20_000

/** The talk of a deck is found by the name of its file, which is the same on all machines. */
const recordKey = (deckName: string): string => `korme:talk-of:${shortHash(deckName.normalize('NFC'))}`

/** A record begins so. */
const startOf = (id: string) => `{"id":${JSON.stringify(id)}`

/** Tells which talk of a deck is running. A newer one replaces it. */
export async function writeTalkRecord({ client }: RedisLink, deckName: string, record: TalkRecord): Promise<void> {
  const { id, ...rest } = record
  await client.set(recordKey(deckName), JSON.stringify({ id, ...rest }), 'PX', talkKeys(id).expiryMs)
}

/** Returns the talk of a deck that began last; null if there is none. */
export async function readTalkRecord({ client }: RedisLink, deckName: string): Promise<TalkRecord | null> {
  const text = await client.getrange(recordKey(deckName), 0, maxRecordBytes)
  return parseTalkRecord(text)
}

/** Removes all that a talk has kept. */
export async function removeTalk({ client }: RedisLink, deckName: string, id: string): Promise<void> {
  await client.eval(deleteOwnScript, 1, recordKey(deckName), startOf(id))
  let cursor = '0'
  do {
    const [next, keys] = await client.scan(cursor, 'MATCH', `${prefixOf(id)}*`, 'COUNT', 1_000)
    if (keys.length > 0) await client.unlink(...keys)
    cursor = next
  } while (cursor !== '0')
}

/** Reads a record, or returns null if it is none. */
export function parseTalkRecord(text: string): TalkRecord | null {
  try {
    const { id, key, options = {}, versions } = JSON.parse(text)
    const isToken = (value: unknown) => typeof value === 'string' && /^[\w-]{32}$/.test(value)
    const isSound =
      isToken(id) && isToken(key) && Object.values(versions as object).every((one) => Number.isSafeInteger(one))
    return isSound ? { id, key, options: readOptions(options), versions } : null
  } catch {
    return null
  }
}

function readOptions({ aspect, lang, script, theme }: Record<string, unknown>): RecordedOptions {
  const isLang = (value: unknown): value is Lang => langs.some((one) => one === value)
  const isSeveral = Array.isArray(lang) && lang.length <= langs.length && lang.every(isLang)
  return {
    ...((aspect === '16:9' || aspect === '4:3') && { aspect }),
    ...((isLang(lang) || lang === 'all' || isSeveral) && { lang: lang as NonNullable<RecordedOptions['lang']> }),
    ...(script === 'latn' && { script }),
    ...(typeof theme === 'string' && theme.length <= 100 && { theme }),
  }
}
