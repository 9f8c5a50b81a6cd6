import type { TalkData } from '../../model/wire/talk.ts'
import type { Invitation, TalkWords } from '../../model/wire/talk-words.ts'

const read = (id: string): unknown => JSON.parse(document.getElementById(id)?.textContent ?? 'null')

/** What the page of a talk was told in itself. */
export const readTalkData = (): TalkData => read('talk-data') as TalkData
export const readTalkWords = (): TalkWords => read('talk-words') as TalkWords
export const readInvitation = (): Invitation => read('invitation') as Invitation
