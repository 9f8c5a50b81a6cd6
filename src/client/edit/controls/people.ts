import { langs } from '../../../model/lang.ts'
import type { JsonValue } from '../../../model/source.ts'
import { isBlank, isObject, type JsonObject } from '../values.ts'

/** The fields of a person that lines fill, in order. */
const fields = ['name', 'role', 'note'] as const

/** Between a name and a role in one line, the surest mark first. */
const marks = [' — ', ' – ', ' - ', ', '] as const

/** Splits a line such as `Name — role` or `Name, role` at its surest mark. */
function cellsOf(line: string): string[] {
  const cells = line.includes('\t') ? line.split('\t') : line.split(' | ')
  if (cells.length > 1) return cells
  const mark = marks.find((one) => line.includes(one))
  if (mark === undefined) return [line]
  const at = line.indexOf(mark)
  return [line.slice(0, at), line.slice(at + mark.length)]
}

/** Whether a cell only counts: `1`, `2.`, `3)`. */
const isNumber = (cell: string | undefined) => cell !== undefined && /^\d{1,3}[.)]?$/.test(cell)

/** Makes people of rows: their cells are name, role and remark; numbers in front are left out, if every row has one. */
export function peopleInRows(rows: readonly (readonly string[])[]): JsonObject[] {
  const filled = rows
    .map((cells) => (cells.length === 1 ? cellsOf(cells[0]!) : [...cells]).map((cell) => cell.trim()))
    .filter((cells) => cells.some((cell) => cell !== ''))
  const areNumbered = filled.length > 0 && filled.every((cells) => cells.length > 1 && isNumber(cells[0]))
  return filled.map((cells) => {
    const [name = '', role = '', ...notes] = areNumbered ? cells.slice(1) : cells
    const values = [name, role, notes.filter(Boolean).join(', ')]
    return Object.fromEntries(fields.flatMap((field, i) => (values[i] ? [[field, values[i]!] as const] : [])))
  })
}

const linesOf = (text: string): string[][] =>
  text
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*[•▪◦●*-]\s+/, ''))
    .map((line) => [line])

/**
 * Makes people of a text in one or several languages, a person a line. Null if there are none, or if the languages do not
 * have the same number of lines.
 */
export function peopleInText(value: JsonValue | undefined): JsonObject[] | null {
  if (typeof value === 'string') {
    const people = peopleInRows(linesOf(value))
    return people.length > 0 ? people : null
  }
  if (!isObject(value)) return null
  const own = langs.flatMap((lang) => {
    const text = value[lang]
    return typeof text === 'string' && text.trim() !== '' ? [{ lang, people: peopleInRows(linesOf(text)) }] : []
  })
  const [first] = own
  if (!first || own.some(({ people }) => people.length !== first.people.length)) return null
  return first.people.map((_, i) => {
    const parts = fields.flatMap((field) => {
      const texts = own.flatMap(({ lang, people }) => {
        const text = people[i]?.[field]
        return text === undefined ? [] : [[lang, text] as const]
      })
      const all = new Set(texts.map(([, text]) => text))
      if (texts.length === 0) return []
      return [
        [field, all.size === 1 && texts.length === own.length ? texts[0]![1] : Object.fromEntries(texts)] as const,
      ]
    })
    return Object.fromEntries(parts)
  })
}

/** Whether nothing is known of a person yet. */
export const isBlankPerson = (value: JsonValue | undefined): boolean =>
  isBlank(value) || (isObject(value) && Object.values(value).every(isBlank))
