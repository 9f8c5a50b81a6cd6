/** The kind of a list mark. Marks of one kind stand on one level of a list. */
export type MarkKind =
  | 'bullet'
  | 'second-bullet'
  | 'third-bullet'
  | 'dash'
  | 'number'
  | 'bracket'
  | 'parts'
  | 'letter'
  | 'capital'
  | 'roman'
  | 'circle'

/** The mark at the start of a line. */
export interface ListMark {
  kind: MarkKind
  /** The number or the sign (`✓`, `✗`) as written; empty for a bullet, which the theme draws. */
  marker: string
  /** The white space before the mark; a tab counts as four. Units: characters. */
  indent: number
  /** The text behind the mark. */
  rest: string
}

/** A line of a text, without the white space at its ends. */
export interface TextLine {
  text: string
  indent: number
  mark: ListMark | null
}

/** Bullets by level. Word's symbols are private-use characters. */
const bullets: readonly [RegExp, MarkKind][] = [
  [/^(?:[•‣●■◆►➤➢\uf0b7\uf0d8\uf0fc] ?|[*·] )(?=.)/, 'bullet'],
  [/^[◦○◇□] ?(?=.)/, 'second-bullet'],
  [/^[▪▫\uf0a7] ?(?=.)/, 'third-bullet'],
  [/^[-–—] (?=.)/, 'dash'],
]

/**
 * Signs that say something of their item, such as done and not done. They stand where others have a bullet; two in a row
 * are no mark of a list.
 */
const signs = '✓✔✗✘✕✖☐☑☒✅❌❎⬜🟢🟡🟠🔴'
const sign = new RegExp(`^([${signs}]\\ufe0f?)(?: (?=[^${signs} ])|(?=[\\p{L}\\p{N}«"“(*[]))`, 'u')

const numbers: readonly [RegExp, MarkKind][] = [
  [/^(\d{1,3}\.) (?=.)/, 'number'],
  [/^(\d{1,3}\)) (?=.)/, 'bracket'],
  [/^(\d{1,2}(?:\.[1-9]\d?){1,4}[.)]?) (?=.)/, 'parts'],
  [/^([а-яәғқңөұүһіёa-z]\)) (?=.)/, 'letter'],
  [/^([А-ЯӘҒҚҢӨҰҮҺІЁA-Z]\)) (?=.)/, 'capital'],
  [/^([IVX]{1,5}[.)]) (?=.)/, 'roman'],
  [/^([①-⑳]) ?(?=.)/, 'circle'],
]

/** White space except no-break spaces, which the author set on purpose. */
const blankRuns = /[^\S\u00a0\u202f\ufeff]+/g
const lineBreaks = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/

/** Collapses white space. */
export const collapseBlanks = (line: string): string => line.replace(blankRuns, ' ').replace(/^ | $/g, '')

/** Splits a text into lines, without blank ones. */
export const splitLines = (text: string): string[] => text.split(lineBreaks)

/** Reads the lines of a text with their marks. */
export function readLines(text: string): TextLine[] {
  const lines = splitLines(text).flatMap((raw): TextLine[] => {
    const line = collapseBlanks(raw)
    if (line === '') return []
    const indent = indentOf(raw)
    return [{ text: line, indent, mark: readMark(raw, line, indent) }]
  })
  return withoutDoubtful(lines)
}

function indentOf(raw: string): number {
  let indent = 0
  for (const char of raw) {
    if (char === '\t') indent += 4
    else if (char === ' ' || char === '\u00a0') indent++
    else break
  }
  return indent
}

function readMark(raw: string, line: string, indent: number): ListMark | null {
  for (const [pattern, kind] of numbers) {
    const found = pattern.exec(line)
    if (found) return { kind, marker: found[1]!, indent, rest: line.slice(found[0].length) }
  }
  // Word's bullet of the second level is an `o` of Courier New, with a tab behind it.
  const start = raw.trimStart()
  const isWordBullet = /^o(?:\t|[ \u00a0]{2})/.test(start) || (/^o[ \u00a0]/.test(start) && indent >= 2)
  if (isWordBullet && line.length > 2) return { kind: 'second-bullet', marker: '', indent, rest: line.slice(2) }
  const signed = sign.exec(line)
  if (signed) return { kind: 'bullet', marker: signed[1]!, indent, rest: line.slice(signed[0].length) }
  for (const [pattern, kind] of bullets) {
    const found = pattern.exec(line)
    if (found) return { kind, marker: '', indent, rest: line.slice(found[0].length) }
  }
  return null
}

/**
 * Leaves only marks that other lines confirm: `2.5 млн` is no number of a list, unless `2.` or `2.4` is before it, and
 * `V. Petrov` no Roman one, unless there are others.
 */
function withoutDoubtful(lines: readonly TextLine[]): TextLine[] {
  const romans = lines.filter(({ mark }) => mark?.kind === 'roman').length
  const seen = new Set<string>()
  return lines.map((line) => {
    const { mark } = line
    if (!mark) return line
    const number = mark.marker.replace(/[.)]$/, '')
    const isSound =
      mark.kind === 'roman' ? romans > 1 || number.length > 1 : mark.kind !== 'parts' || isPartOf(number, mark, seen)
    if (isSound) seen.add(number)
    return isSound ? line : { ...line, mark: null }
  })
}

/** Whether a number such as `1.2` continues what was before: `1`, `1.1`. A first one needs a full stop behind it. */
function isPartOf(number: string, { marker }: ListMark, seen: ReadonlySet<string>): boolean {
  const parts = number.split('.')
  const last = Number(parts.at(-1))
  const parent = parts.slice(0, -1).join('.')
  if (seen.has(parent) || seen.has(`${parent}.${last - 1}`)) return true
  return last === 1 && marker !== number
}
