import type { TalkData } from '../../model/wire/talk.ts'
import type { AudienceWords, TalkWords } from '../../model/wire/talk-words.ts'

const read = (id: string): unknown => JSON.parse(document.getElementById(id)?.textContent ?? 'null')

/** Reads the data of the page. */
export const readTalkData = (): TalkData => read('talk-data') as TalkData

/** Reads the words of the page in all its languages. */
export const readTalkWords = (): TalkWords => read('talk-words') as TalkWords

/** Reads the words of the audience's page in all its languages. */
export const readAudienceWords = (): AudienceWords => read('talk-words') as AudienceWords
