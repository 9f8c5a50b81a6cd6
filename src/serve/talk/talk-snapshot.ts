import type { LiveChange, LiveState } from '../../model/wire/live.ts'
import type { Role, ServerMessage, TalkState } from '../../model/wire/talk.ts'
import { EncodedMessage } from '../server/channel.ts'
import type { AudienceView } from './audience-view.ts'
import type { TalkStore } from './talk-store.ts'

/** Encodes the state of a talk for pages that connect or reconnect. */
export interface TalkSnapshot {
  /** Encodes it for a page of a role. `version` is that of the deck in the page: if it is outdated, the deck is included. */
  encode(role: Role, version: number): EncodedMessage
}

/** Options of `makeTalkSnapshot`. */
export interface TalkSnapshotOptions {
  talk: TalkStore
  deck(): LiveState
  view: AudienceView
}

/**
 * Creates the encoder. A thousand pages may connect at once, and again after a loss of the network: each version of the
 * deck is encoded once for the audience and once for those who get the notes, and the whole audience gets the same bytes.
 */
export function makeTalkSnapshot({ talk, deck, view }: TalkSnapshotOptions): TalkSnapshot {
  const decks = {
    withoutNotes: encodeOnce((state) => view.withoutNotes(toFullChange(state))),
    withNotes: encodeOnce(toFullChange),
  }
  let last: { talk: TalkState; version: number; known: boolean; encode: EncodedMessage } | undefined

  const write = (role: Role, known: boolean): EncodedMessage => {
    const state = deck()
    const { deck: _, ...rest }: ServerMessage & { type: 'state' } = {
      type: 'state',
      talk: talk.state(),
      timer: role === 'audience' ? null : talk.timer(),
      version: state.version,
      deck: null,
    }
    const json = known ? 'null' : decks[role === 'audience' ? 'withoutNotes' : 'withNotes'](state)
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

/** Wraps a conversion of the deck to JSON, so that each version is encoded only once. */
function encodeOnce(change: (state: LiveState) => LiveChange) {
  let last: { state: LiveState; json: string } | undefined
  return (state: LiveState): string => {
    if (last?.state !== state) last = { state, json: JSON.stringify(change(state)) }
    return last.json
  }
}

/** Returns a state as a change that replaces everything. */
const toFullChange = ({ version, pages, css, symbols, data }: LiveState): LiveChange => ({
  version,
  pages,
  order: pages.map(({ id }) => id),
  css,
  symbols,
  data,
})
