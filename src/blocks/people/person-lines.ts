/** A person as a line of text names them. `source` is the index of the line. */
export interface PersonLine {
  name: string
  role: string | null
  note: string | null
  /** A line above people, such as `Члены жюри:`, which is no person. */
  isHeading?: true
  source: number
}

/** A list mark before a name. */
const mark = /^(?:[•▪◦●■·–—*-]|\d{1,2}[.)])[ \t]+/
const dash = /\s(?:--|[-–—−])\s/
const colon = /:\s/
const inBrackets = /^([^()]+?)\s\(([^()]+)\)[.;,]?$/
/** The end of an item of a list. */
const itemEnd = /[;,]$/

/** A word of a name: a capital letter first, or initials such as `А.М.`. */
const nameWord = /^(?:\p{Lu}[\p{L}'’ʼ]*(?:[-‑]\p{Lu}[\p{L}'’ʼ]*)*|(?:\p{Lu}\.){1,3})$/u
/** Words that begin with a capital letter, but name a post or an office. */
const officeWord =
  /^(?:директор|руководитель|председатель|заместитель|министр|аким|әкім|депутат|профессор|доктор|кандидат|главный|начальник|заведующ\p{L}*|ректор|декан|модератор|спикер|эксперт|координатор|секретарь|бухгалтер|тренер|учитель|президент|менеджер|юрист|журналист|төраға\p{L}*|басшы\p{L}*|бөлім\p{L}*|орынбасар\p{L}*|мұғалім\p{L}*|жетекші\p{L}*|маман\p{L}*|director|head|chair\p{L}*|minister|deputy|professor|manager|moderator|speaker|expert|coordinator|president|lead|senior|chief|vice)$/iu

/** Whether a text looks like the name of a person: one to four words with capital letters. */
export function isName(text: string): boolean {
  const words = text.replaceAll('*', '').trim().split(/\s+/).slice(0, 6)
  return words.length <= 4 && words.every((word) => nameWord.test(word) && !officeWord.test(word))
}

/**
 * Reads people from rows of cells, where a line without cells is one cell: `Name, role`, `Name — role`, `Name (role)`,
 * `Role: Name`, cells of name, role and note, or lines of names and of roles by turns.
 */
export function readPersonLines(rows: readonly (readonly string[])[]): PersonLine[] {
  const filled = rows
    .map((cells, source) => ({ cells: cells.map((cell) => cell.trim()), source }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  const single = filled.every(({ cells }) => cells.length === 1)
  if (single && inTurns(filled.map(({ cells }) => cells[0]!))) {
    return filled
      .filter((_, i) => i % 2 === 0)
      .map(({ cells, source }, i) => ({ ...splitLine(cells[0]!, source), role: plain(filled[2 * i + 1]!.cells[0]!) }))
  }
  return filled.map(({ cells, source }) =>
    cells.length === 1 ? splitLine(cells[0]!, source) : fromCells(cells, source),
  )
}

function fromCells(cells: readonly string[], source: number): PersonLine {
  const [first, ...more] = cells.filter((cell) => cell !== '' && !/^\d{1,2}[.)]?$/.test(cell))
  const [role, ...notes] = more
  const line = role === undefined ? splitLine(first ?? '', source) : null
  return line ?? { name: plain(first ?? ''), role: plain(role!), note: notes.map(plain).join('\n') || null, source }
}

/** Whether lines are names and roles by turns: every second one looks like a name, and no other one does. */
function inTurns(lines: readonly string[]): boolean {
  if (lines.length < 2 || lines.length % 2 === 1) return false
  return lines.every((line, i) => isName(line.replace(mark, '')) === (i % 2 === 0))
}

function splitLine(written: string, source: number): PersonLine {
  const line = written.replace(mark, '')
  if (line.endsWith(':')) {
    return { name: plain(line.slice(0, -1)), role: null, note: null, isHeading: true, source }
  }
  const bracket = inBrackets.exec(line)
  const [name, role] = bracket
    ? [bracket[1]!, bracket[2]!]
    : (splitAt(dash, line) ??
      roleFirst(line) ??
      splitAt(colon, line) ??
      splitAt(/;\s/, line) ??
      splitAt(/,\s/, line) ?? [line, ''])
  return { name: plain(name), role: plain(role) || null, note: null, source }
}

function splitAt(pattern: RegExp, line: string): [before: string, after: string] | null {
  const found = pattern.exec(line)
  if (!found || found.index === 0) return null
  const parts: [string, string] = [line.slice(0, found.index), line.slice(found.index + found[0].length)]
  // `Модератор — Нурлан Абдрахманов` has the role first.
  return pattern === dash && isName(parts[1].replace(itemEnd, '')) && !isName(parts[0]) ? [parts[1], parts[0]] : parts
}

/** `Модератор: Нурлан Абдрахманов` */
function roleFirst(line: string): [name: string, role: string] | null {
  const parts = splitAt(colon, line)
  return parts && isName(parts[1].replace(itemEnd, '')) && !isName(parts[0]) ? [parts[1], parts[0]] : null
}

/** A name without the markup and the punctuation of a list. */
const plain = (text: string) => text.replaceAll('**', '').trim().replace(itemEnd, '').trim()
