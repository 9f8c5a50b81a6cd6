import type { TextView } from '../model/laid-out.ts'

/** Whether a view, or a part of one, is a text. */
export const isText = (view: unknown): view is TextView =>
  typeof view === 'object' && view !== null && 'size' in view && 'lineHeight' in view && typeof view.size === 'number'

/** Whether a part of a view may hold texts: elements of drawings and files do not. */
const mayHoldTexts = (part: unknown): part is object =>
  typeof part === 'object' && part !== null && !('tag' in part) && !('bytes' in part)

/** Returns the texts of a view, in their order: the view itself, or those of its cells, people and so on. */
export function textsIn(view: unknown): TextView[] {
  if (isText(view)) return [view]
  if (!mayHoldTexts(view)) return []
  if (Array.isArray(view) && !mayHoldTexts(view[0])) return []
  return Object.values(view).flatMap(textsIn)
}

/** Returns a view with its texts replaced. Parts without texts are not copied. */
export function mapTexts<V>(view: V, change: (text: TextView) => TextView): V {
  if (isText(view)) return change(view) as V
  if (!mayHoldTexts(view) || textsIn(view).length === 0) return view
  if (Array.isArray(view)) return view.map((part) => mapTexts(part, change)) as V
  return Object.fromEntries(Object.entries(view).map(([name, part]) => [name, mapTexts(part, change)])) as V
}
