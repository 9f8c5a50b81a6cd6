import type { LocalizedText } from '../../model/lang.ts'
import type { ItemOrigin } from '../../model/source.ts'
import { withoutHead } from './people-head.ts'
import { isName, type PersonLine, readPersonLines } from './person-lines.ts'
import type { PeopleBlock, PeopleText, Person, Portrait } from './types.ts'

/** A person to show. */
export interface ReadPerson {
  name: LocalizedText | null
  role: LocalizedText | null
  note: LocalizedText | null
  portrait: Portrait<LocalizedText> | null
  /** No person, but words above some of them. */
  isHeading: boolean
  origin: ItemOrigin
}

/**
 * Reads the people of a block. Portraits of a list go to the people without one of their own, in order. `unequal` is how
 * many people and portraits there are if these numbers differ; portraits that are left over stand without a name.
 */
export function peopleOf({ people, portraits }: PeopleBlock<LocalizedText>): {
  people: ReadPerson[]
  unequal: { people: number; pictures: number } | null
  heads: string[]
} {
  const heads: string[] = []
  const read = people.flatMap((one) => ('text' in one ? fromText(one, heads) : [fromPerson(one)]))
  if (portraits.length === 0) return { people: read, unequal: null, heads }
  const without = read.filter(({ portrait, isHeading }) => portrait === null && !isHeading)
  for (const [i, portrait] of portraits.entries()) {
    const person = without[i]
    if (person) person.portrait = portrait
    else if (portrait) read.push(nameless(portrait, read.at(-1)))
  }
  const unequal = { people: without.length, pictures: portraits.length }
  return { people: read, unequal: unequal.people === unequal.pictures ? null : unequal, heads }
}

const nameless = (portrait: Portrait<LocalizedText>, last: ReadPerson | undefined): ReadPerson => ({
  name: null,
  role: null,
  note: null,
  portrait,
  isHeading: false,
  origin: last?.origin ?? { range: portrait.range, item: 0 },
})

const fromPerson = ({ name, role, note, portrait, origin }: Person<LocalizedText>): ReadPerson => ({
  name,
  role,
  note,
  portrait,
  isHeading: false,
  origin,
})

/** Reads people of a text; the names of the columns of a table are added to `heads`. */
function fromText({ text: { text, lang }, isItem, origin }: PeopleText<LocalizedText>, heads: string[]): ReadPerson[] {
  const localized = (part: string | null): LocalizedText | null => (part ? { text: part, lang } : null)
  return (isItem ? personOf(linesOf(text)) : linesToPeople(text, heads)).map(
    ({ name, role, note, isHeading, source }) => ({
      name: localized(name),
      role: localized(role),
      note: localized(note),
      portrait: null,
      isHeading: isHeading ?? false,
      origin: isItem ? origin : { ...origin, item: source },
    }),
  )
}

const lineBreak = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/
const cellBreak = /\t|\s\|\s/

const linesOf = (text: string) => text.split(lineBreak)

/** Cells are separated by tabs, by a bar between blanks, or stand between bars. */
function cellsOf(line: string): string[] {
  const row = line.trim()
  const isFramed = row.length > 2 && row.startsWith('|') && row.endsWith('|')
  return isFramed ? row.slice(1, -1).split('|') : line.split(cellBreak)
}

/** Reads a line for each person, or lines between blank ones for each if they have several. */
function linesToPeople(text: string, heads: string[]): PersonLine[] {
  const { lines, head } = withoutHead(linesOf(text), cellsOf)
  if (head !== null) heads.push(head)
  const groups = groupsOf(lines)
  if (groups.length > 1 && groups.some(({ length }) => length > 1) && groups.every(({ length }) => length <= 5)) {
    return groups.flatMap((group) =>
      personOf(
        group.map(({ line }) => line),
        group[0]!.source,
      ),
    )
  }
  const [only, ...others] = lines.filter((line) => line.trim() !== '')
  const list = only !== undefined && others.length === 0 ? listIn(only) : null
  if (list) return readPersonLines(list.map(cellsOf)).map((person) => ({ ...person, source: lines.indexOf(only!) }))
  return readPersonLines(lines.map(cellsOf))
}

/** Fewer names in a line, with commas between them, may be a name and a place. */
const fewestNames = 3

/** The people of a single line: semicolons separate them, or commas if all parts are names of as many words. */
function listIn(line: string): string[] | null {
  const parts = line.split(';').flatMap((part) => part.trim() || [])
  if (parts.length > 1) return parts
  const names = line
    .replace(/[.,]\s*$/, '')
    .split(/,\s/)
    .map((part) => part.trim())
  const words = new Set(names.map((name) => name.split(/\s+/).length))
  return names.length >= fewestNames && words.size === 1 && names.every(isName) ? names : null
}

/** Lines between blank ones, with their indexes. */
function groupsOf(lines: readonly string[]): { line: string; source: number }[][] {
  const groups: { line: string; source: number }[][] = [[]]
  for (const [source, line] of lines.entries()) {
    if (line.trim() !== '') groups.at(-1)!.push({ line, source })
    else if (groups.at(-1)!.length > 0) groups.push([])
  }
  return groups.filter(({ length }) => length > 0)
}

/** Reads the lines of one person: the name first, then the role, then all else. */
function personOf(lines: readonly string[], source = 0): PersonLine[] {
  const [first, ...more] = lines.filter((line) => line.trim() !== '')
  const [person] = first === undefined ? [] : readPersonLines([cellsOf(first)])
  if (!person) return []
  const rest = more.map((line) => line.trim())
  const role = person.role ?? rest.shift() ?? null
  return [{ name: person.name, role, note: [person.note, ...rest].filter(Boolean).join('\n') || null, source }]
}
