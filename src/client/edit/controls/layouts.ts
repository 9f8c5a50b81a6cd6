import { type LayoutName, layoutCodes } from '../../../model/deck.ts'
import type { JsonValue } from '../../../model/source.ts'

/** The layouts that authors may ask for, in the order of their numbers. */
export const layoutNames: readonly LayoutName[] = Object.values(layoutCodes)

/** Returns the layout that a value of `block` means; null for none. */
export function layoutOf(value: JsonValue | undefined): LayoutName | null {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
  if (text === 'picture') return 'image'
  return layoutCodes[text] ?? layoutNames.find((name) => name === text) ?? null
}
