import type { LiveChange, LiveState } from '../../model/wire/live.ts'
import type { Role, ServerMessage, TalkState } from '../../model/wire/talk.ts'
import { EncodedMessage } from '../channel.ts'
import type { AudienceView } from './audience-view.ts'
import type { TalkStore } from './talk-store.ts'

/** How a talk stands, as each page is told when it comes, or comes back. */
export interface TalkSnapshot {
  /** For a page of a role that shows a version of the deck already; the deck itself goes along where that is not the newest. */
  encode(role: Role, version: number): EncodedMessage
}

export interface TalkSnapshotOptions {
  talk: TalkStore
  deck(): LiveState
  view: AudienceView
}

/**
 * Tells it. A thousand may come at once, and all of them again after a loss of the network: a version of the deck is encoded
 * once for the audience and once for those who get the notes, and what is the same for all of the audience is one letter.
 */
export function makeTalkSnapshot({ talk, deck, view }: TalkSnapshotOptions): TalkSnapshot {
  const decks = { bare: encodeOnce((state) => view.withoutNotes(toFullChange(state))), whole: encodeOnce(toFullChange) }
  let last: { talk: TalkState; version: number; known: boolean; encode: EncodedMessage } | undefined

  const write = (role: Role, known: boolean): EncodedMessage => {
    const state = deck()
    const { deck: _, ...rest }: ServerMessage & { is: 'state' } = {
      is: 'state',
      talk: talk.state(),
      timer: role === 'audience' ? null : talk.timer(),
      version: state.version,
      deck: null,
    }
    const json = known ? 'null' : decks[role === 'audience' ? 'bare' : 'whole'](state)
    return new EncodedMessage(`${JSON.stringify(rest).slice(0, -1)},"deck":${json}}`)
  }
  return {
    encode: (role, version) => {
      const newest = deck().version
      const known = version === newest
      if (role !== 'audience') return write(role, known)
      const state = talk.state()
      if (last?.talk !== state || last.version !== newest || last.known !== known)
        last = { talk: state, version: newest, known, encode: write(role, known) }
      return last.encode
    },
  }
}

/** Encodes a deck, and keeps that until there is another version of it. */
function encodeOnce(change: (state: LiveState) => LiveChange) {
  let last: { state: LiveState; json: string } | undefined
  return (state: LiveState): string => {
    if (last?.state !== state) last = { state, json: JSON.stringify(change(state)) }
    return last.json
  }
}

/** A state as the change that makes it out of nothing. */
const toFullChange = ({ version, pages, css, symbols, data }: LiveState): LiveChange => ({
  version,
  pages,
  order: pages.map(({ id }) => id),
  css,
  symbols,
  data,
})
