import type { LiveChange, LivePage, LiveState } from '../../model/wire/live.ts'

/** Removes the notes from what the audience gets, so that it does not even notice edits of notes. */
export interface AudienceView {
  /** Returns a change without notes. */
  withoutNotes(change: LiveChange): LiveChange
  /** Returns the part of a change that the audience sees, or null if it sees none of it. Call it for every change. */
  visiblePart(change: LiveChange): LiveChange | null
}

const stripNotes = (page: LivePage): LivePage => ({ ...page, notes: '' })

/** Creates the view of a deck, starting from its current states, one for each language. */
export function makeAudienceView(states: readonly LiveState[]): AudienceView {
  const languages = new Map(states.map(({ tag, pages }) => [tag, new Map(pages.map(({ id, html }) => [id, html]))]))
  const withoutNotes = (change: LiveChange): LiveChange => ({ ...change, pages: change.pages.map(stripNotes) })
  return {
    withoutNotes,
    visiblePart: (change) => {
      const seen = languages.get(change.tag) ?? new Map<string, string>()
      languages.set(change.tag, seen)
      const changed = change.pages.filter(({ id, html }) => seen.get(id) !== html)
      for (const { id, html } of changed) seen.set(id, html)
      if (change.order) for (const id of [...seen.keys()]) if (!change.order.includes(id)) seen.delete(id)
      const { order, css, symbols, data } = change
      const isSeen = changed.length > 0 || [order, css, symbols, data].some((part) => part !== null)
      return isSeen ? withoutNotes({ ...change, pages: changed }) : null
    },
  }
}
