import { effect } from '@preact/signals'
import type { JsonValue, NodePath } from '../../model/source.ts'
import type { EditOp } from '../../model/wire/edit.ts'
import type { FileEditor } from './editor.ts'
import { slidePlaces } from './slide-places.ts'
import { isSame, slideOfPath, valueAt } from './values.ts'

/** What is needed of an editor to make an edit that was begun earlier. */
export type BegunIn = Pick<FileEditor, 'source' | 'slidesPath' | 'slides' | 'saver' | 'edit'>

/** A place of the deck at which something was begun that takes its time, such as sending a picture. It is followed until its end. */
export interface Begun {
  /** Where it was, in the file on which it was begun. */
  path: NodePath
  hash: string
  deck: JsonValue
  /** Where it is by now; null if its slide is not there any more. */
  now(): NodePath | null
  end(): void
}

/** Remembers a place of the deck, and follows its slide. */
export function beginAt({ source, slides, slidesPath }: BegunIn, path: NodePath): Begun {
  const { hash = '', deck = null } = source.peek() ?? {}
  const list = slidesPath.peek()
  const index = slideOfPath(path, list)
  /** The slide as it was last seen, in the list at that time. A slide that is gone may come back. */
  let seen = { slides: slides.peek(), index }
  let isThere = true
  const end = effect(() => {
    const next = slides.value
    if (index === null) return
    const at = slidePlaces(seen.slides, next)[seen.index ?? -1] ?? null
    isThere = at !== null
    if (isThere) seen = { slides: next, index: at }
  })
  const now = () => {
    if (index === null) return path
    return isThere && seen.index !== null ? [...list, seen.index, ...path.slice(list.length + 1)] : null
  }
  return { path, hash, deck, now, end }
}

/**
 * Makes the edit for which something was begun, at the place where its slide is by now. What others have written there
 * meanwhile is not replaced unseen: the edit is made on the file on which it was begun, and both are shown.
 *
 * Shape: `opsFor` gives the operations for a place in a deck; `isAdded`: they keep what stands there. Returns false, and changes
 * nothing, if the slide is not there any more.
 */
export function editBegun(
  { source, saver, edit }: BegunIn,
  begun: Pick<Begun, 'path' | 'hash' | 'deck' | 'now'>,
  opsFor: (deck: JsonValue, path: NodePath) => EditOp[],
  isAdded = false,
): boolean {
  const path = begun.now()
  if (!path) return false
  const { hash = '', deck = null } = source.peek() ?? {}
  const isMine = saver.isOwn(begun.hash, hash)
  const isAsBefore = isSame(valueAt(begun.deck, begun.path), valueAt(deck, path))
  if (isAdded || isMine || isAsBefore) edit(opsFor(deck, path))
  else edit(opsFor(begun.deck, begun.path), undefined, begun.hash)
  return true
}
