import type { TalkData } from '../../model/wire/talk.ts'
import type { Invitation, TalkWords } from '../../model/wire/talk-words.ts'

const read = (id: string): unknown => JSON.parse(document.getElementById(id)?.textContent ?? 'null')

/** Reads the data of the page. */
export const readTalkData = (): TalkData => read('talk-data') as TalkData

/** Reads the words of the page in all its languages. */
export const readTalkWords = (): TalkWords => read('talk-words') as TalkWords

/** Reads the URLs and QR codes that the speaker's page shows. */
export const readInvitation = (): Invitation => read('invitation') as Invitation
