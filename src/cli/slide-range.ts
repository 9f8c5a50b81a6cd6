import { KormeError } from '../model/errors.ts'
import { parseRange, type SlideRange } from '../model/slide-range.ts'
import type { Flags } from './command.ts'

/** The slides that a call asks for; undefined for all. Errors: `range-unreadable`, exit code 2. */
export function slideRange({ range: written }: Pick<Flags, 'range'>): SlideRange | undefined {
  if (written === undefined) return undefined
  const range = parseRange(written)
  if (!range) throw new KormeError({ code: 'range-unreadable', value: written }, 2)
  return range
}
