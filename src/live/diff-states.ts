import type { LiveChange, LivePage, LiveState } from '../model/wire/live.ts'

/** The change that turns a page that shows `before` into one that shows `after`. Returns null if there is none. */
export function diffStates(before: LiveState | null, after: LiveState): LiveChange | null {
  const known = new Map(before?.pages.map((page) => [page.id, page]))
  const pages = after.pages.filter((page) => {
    const old = known.get(page.id)
    return old !== page && (!old || !isSamePage(old, page))
  })
  const moved =
    before?.pages.length !== after.pages.length || before.pages.some(({ id }, i) => id !== after.pages[i]!.id)
  const change = {
    version: after.version,
    tag: after.tag,
    pages,
    order: moved ? after.pages.map(({ id }) => id) : null,
    css: before?.css === after.css ? null : after.css,
    symbols: before?.symbols === after.symbols ? null : after.symbols,
    data: JSON.stringify(before?.data) === JSON.stringify(after.data) ? null : after.data,
  }
  const { order, css, symbols, data } = change
  return pages.length === 0 && order === null && css === null && symbols === null && data === null ? null : change
}

/** What of a poll is not drawn counts, too: whether results are seen at once. */
const isSamePage = (a: LivePage, b: LivePage): boolean =>
  a.html === b.html && a.notes === b.notes && a.at === b.at && JSON.stringify(a.poll) === JSON.stringify(b.poll)
