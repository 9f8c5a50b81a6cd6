import type { LiveChange, LivePage, LiveState } from '../../model/wire/live.ts'

/** What the audience gets of a deck: everything but the notes, and nothing of edits to them. */
export interface AudienceView {
  /** A change without notes. */
  withoutNotes(change: LiveChange): LiveChange
  /** The part of a change that the audience sees; null where it sees nothing of it. Every change goes through here. */
  visiblePart(change: LiveChange): LiveChange | null
}

const stripNotes = ({ id, html }: LivePage): LivePage => ({ id, html, notes: '' })

/** Begins with a state of the deck. */
export function makeAudienceView({ pages }: LiveState): AudienceView {
  const seen = new Map(pages.map(({ id, html }) => [id, html]))
  const withoutNotes = (change: LiveChange): LiveChange => ({ ...change, pages: change.pages.map(stripNotes) })
  return {
    withoutNotes,
    visiblePart: (change) => {
      const changed = change.pages.filter(({ id, html }) => seen.get(id) !== html)
      for (const { id, html } of changed) seen.set(id, html)
      if (change.order) for (const id of [...seen.keys()]) if (!change.order.includes(id)) seen.delete(id)
      const { order, css, symbols, data } = change
      const isSeen = changed.length > 0 || [order, css, symbols, data].some((part) => part !== null)
      return isSeen ? withoutNotes({ ...change, pages: changed }) : null
    },
  }
}
