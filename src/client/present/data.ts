import type { TalkData } from '../../model/wire/present.ts'
import type { Invitation, TalkWords } from '../../model/wire/present-words.ts'

const read = (id: string): unknown => JSON.parse(document.getElementById(id)?.textContent ?? 'null')

/** What the page of a talk was told in itself. */
export const talkData = (): TalkData => read('talk-data') as TalkData
export const talkWords = (): TalkWords => read('talk-words') as TalkWords
export const invitation = (): Invitation => read('invitation') as Invitation
