import type { LiveChange, LiveState } from '../../model/wire/live.ts'
import type { Role, TalkState, Told } from '../../model/wire/present.ts'
import { Letter } from '../channel.ts'
import type { AudienceView } from './audience-view.ts'
import type { Talk } from './talk.ts'

/** How a talk stands, as each page is told when it comes, or comes back. */
export interface Standing {
  /** For a page of a role that shows a version of the deck already; the deck itself goes along where that is not the newest. */
  letter(role: Role, version: number): Letter
}

export interface StandingOptions {
  talk: Talk
  deck(): LiveState
  view: AudienceView
}

/**
 * Tells it. A thousand may come at once, and all of them again after a loss of the network: a version of the deck is encoded
 * once for the audience and once for those who get the notes, and what is the same for all of the audience is one letter.
 */
export function makeStanding({ talk, deck, view }: StandingOptions): Standing {
  const decks = { bare: onceFor((state) => view.without(wholeOf(state))), whole: onceFor(wholeOf) }
  let last: { talk: TalkState; version: number; known: boolean; letter: Letter } | undefined

  const write = (role: Role, known: boolean): Letter => {
    const state = deck()
    const { deck: _, ...rest }: Told & { is: 'state' } = {
      is: 'state',
      talk: talk.state(),
      timer: role === 'audience' ? null : talk.timer(),
      version: state.version,
      deck: null,
    }
    const json = known ? 'null' : decks[role === 'audience' ? 'bare' : 'whole'](state)
    return new Letter(`${JSON.stringify(rest).slice(0, -1)},"deck":${json}}`)
  }
  return {
    letter: (role, version) => {
      const newest = deck().version
      const known = version === newest
      if (role !== 'audience') return write(role, known)
      const state = talk.state()
      if (last?.talk !== state || last.version !== newest || last.known !== known)
        last = { talk: state, version: newest, known, letter: write(role, known) }
      return last.letter
    },
  }
}

/** Encodes a deck, and keeps that until there is another version of it. */
function onceFor(change: (state: LiveState) => LiveChange) {
  let last: { state: LiveState; json: string } | undefined
  return (state: LiveState): string => {
    if (last?.state !== state) last = { state, json: JSON.stringify(change(state)) }
    return last.json
  }
}

/** A state as the change that makes it out of nothing. */
const wholeOf = ({ version, pages, css, symbols, data }: LiveState): LiveChange => ({
  version,
  pages,
  order: pages.map(({ id }) => id),
  css,
  symbols,
  data,
})
