import { otherPart } from '../model/other-part.ts'
import { PdfRef, type PdfValue } from './values.ts'

/** What changes in the objects of a part. Shape: numbers that are not positive stand for objects that are left out. */
export interface Renumbering {
  numbers: Int32Array
  /** The new keys of the parent tree. */
  keys: ReadonlyMap<number, number>
  /** The new names of elements that others refer to. */
  ids: ReadonlyMap<string, string>
}

/** Strings, references, keys of the parent tree, names of header cells. */
const places =
  /\/ID \((node\d+)\)|\/Headers \[([^[\]]*)|\((?:\\[\s\S]|[^\\()])*\)?|\b(\d+) 0 R\b|\/(StructParents?) (\d+)/g

const linked = /\/A <<\/Type \/Action\n\/S \/URI\n\/URI \(https:\/\/other-part\.invalid\/#([\w-]+)\)>>/

/**
 * Rewrites the references in an object. A link to a page of another part leads there by name then, and `onLink` gets the name.
 *
 * Shape: `head` is what stands before the stream, from `12 0 obj` on; the result begins after these words.
 */
export function renumber(head: string, change: Renumbering, onLink?: (name: string) => void): string {
  const body = head.slice(head.indexOf('obj') + 3)
  const text = body.replace(places, (whole, id, headers, number, key, value) => {
    if (id !== undefined) return `/ID (${change.ids.get(id) ?? id})`
    if (headers !== undefined)
      return `/Headers [${headers.replace(/node\d+/g, (one: string) => change.ids.get(one) ?? one)}`
    if (number !== undefined) {
      const target = change.numbers[Number(number)] ?? 0
      return target > 0 ? `${target} 0 R` : 'null'
    }
    if (key === undefined) return whole
    return `/${key} ${change.keys.get(Number(value)) ?? value}`
  })
  if (!onLink || !text.includes(otherPart)) return text
  return text.replace(linked, (_, name) => {
    onLink(name)
    return `/Dest /${name}`
  })
}

/** Rewrites the references in a value. What is left out becomes null. */
export function renumbered(value: PdfValue, numbers: Int32Array): PdfValue {
  if (value instanceof PdfRef) {
    const target = numbers[value.number] ?? 0
    return target > 0 ? new PdfRef(target) : null
  }
  if (Array.isArray(value)) return value.map((one) => renumbered(one, numbers))
  if (value instanceof Map) return new Map([...value].map(([key, one]) => [key, renumbered(one, numbers)]))
  return value
}
