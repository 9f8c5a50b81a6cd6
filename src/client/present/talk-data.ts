import type { TalkData } from '../../model/wire/talk.ts'
import type { AudienceWords, RemoteWords, TalkWords, WordsOf } from '../../model/wire/talk-words.ts'

const read = (id: string): unknown => JSON.parse(document.getElementById(id)?.textContent ?? 'null')

/** Reads the data of the page. */
export const readTalkData = (): TalkData => read('talk-data') as TalkData

/** Reads the words of the page in all its languages. */
export const readTalkWords = (): TalkWords => read('talk-words') as TalkWords

/** Reads the words of a remote's page in all its languages. */
export const readRemoteWords = (): WordsOf<RemoteWords> => read('talk-words') as WordsOf<RemoteWords>

/** Reads the words of the audience's page in all its languages. */
export const readAudienceWords = (): WordsOf<AudienceWords> => read('talk-words') as WordsOf<AudienceWords>
