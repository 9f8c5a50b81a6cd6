import type { LiveChange, LiveState } from '../../model/wire/live.ts'
import type { Role, ServerMessage, TalkState } from '../../model/wire/talk.ts'
import { EncodedMessage } from '../server/channel.ts'
import type { AudienceView } from './audience-view.ts'
import type { TalkStore } from './talk-store.ts'

/** Encodes the state of a talk for pages that connect or reconnect. */
export interface TalkSnapshot {
  /**
   * Encodes it for a page of a role, in the language of a tag (null for the first one). `version` is that of the deck in the
   * page: if it is outdated, the deck is included.
   */
  encode(role: Role, version: number, tag: string | null): EncodedMessage
  /** Encodes the deck in another language. A whole audience asks for it when the speaker switches. */
  encodeLanguage(role: Role, tag: string): EncodedMessage
}

/** Options of `makeTalkSnapshot`. */
export interface TalkSnapshotOptions {
  talk: TalkStore
  /** The deck in a language, else in the first one. */
  deck(tag: string | null): LiveState
  view: Pick<AudienceView, 'withoutNotes'>
}

/**
 * Creates the encoder. A thousand pages may connect at once, and again after a loss of the network: each version of the
 * deck is encoded once for the audience and once for those who get the notes, and the whole audience gets the same bytes.
 */
export function makeTalkSnapshot({ talk, deck, view }: TalkSnapshotOptions): TalkSnapshot {
  const decks = {
    withoutNotes: encodeOnce((state) => JSON.stringify(view.withoutNotes(toFullChange(state)))),
    withNotes: encodeOnce((state) => JSON.stringify(toFullChange(state))),
  }
  const languages = {
    withoutNotes: encodeOnce((state) =>
      languageMessage({ ...state, ...pagesOf(view.withoutNotes(toFullChange(state))) }),
    ),
    withNotes: encodeOnce(languageMessage),
  }
  const last = new Map<string, { talk: TalkState; version: number; known: boolean; encode: EncodedMessage }>()

  const write = (role: Role, known: boolean, state: LiveState): EncodedMessage => {
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
    encodeLanguage: (role, tag) => languages[role === 'audience' ? 'withoutNotes' : 'withNotes'](deck(tag)),
    encode: (role, version, tag) => {
      const newest = deck(tag)
      const known = version === newest.version
      if (role !== 'audience') return write(role, known, newest)
      const state = talk.state()
      const before = last.get(newest.tag)
      if (before?.talk === state && before.version === newest.version && before.known === known) return before.encode
      const encode = write(role, known, newest)
      last.set(newest.tag, { talk: state, version: newest.version, known, encode })
      return encode
    },
  }
}

const pagesOf = ({ pages }: LiveChange) => ({ pages })

const languageMessage = (state: LiveState): EncodedMessage =>
  new EncodedMessage(JSON.stringify({ type: 'language', state } satisfies ServerMessage))

/** Wraps a conversion of the deck, so that each version in each language is converted only once. */
function encodeOnce<T>(convert: (state: LiveState) => T) {
  const last = new Map<string, { state: LiveState; encoded: T }>()
  return (state: LiveState): T => {
    const before = last.get(state.tag)
    if (before?.state === state) return before.encoded
    const encoded = convert(state)
    last.set(state.tag, { state, encoded })
    return encoded
  }
}

/** Returns a state as a change that replaces everything. */
const toFullChange = ({ version, tag, pages, css, symbols, data }: LiveState): LiveChange => ({
  version,
  tag,
  pages,
  order: pages.map(({ id }) => id),
  css,
  symbols,
  data,
})
