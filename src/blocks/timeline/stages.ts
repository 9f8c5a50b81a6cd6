import { isBoldLine } from '../data/day-lines.ts'

/** A stage of a line: its date or number, and what happens then. `source` is the index of its row in the text. */
export interface Stage {
  /** Empty if the author wrote only a text. */
  label: string
  text: string
  below: string[]
  source: number
}

/** A longer beginning of a line is no date, unless most lines begin with one. */
const longestLabel = { alone: 48, among: 90 }

const bullet = /^[•▪◦●■·–—*-][ \t]+/
const numbered = /^(\d{1,2}[.)])[ \t]+(?=\S)/
/** The number of a stage that a full stop, or nothing, separates from its text: `1-кезең. Іріктеу`, `Этап 2 Отбор`. */
const stageNumber =
  /^(?:(?:\d{1,2}|[IVX]{1,4})(?:-?(?:ші|шы|й|ый|ой|ий))?[ -]?(?:кезең|саты|қадам|апта|тоқсан|этап|шаг|фаза|неделя|квартал)|(?:этап|шаг|фаза|неделя|stage|step|phase|week)\s№?\s?\d{1,2})(?!\p{L})[.)]?\s(?=[«“"]?\p{Lu})/iu
const capital = /^[«“"]?\p{Lu}/u

/** What separates a date from its text: a colon or a dash between spaces. */
const separator = /:(?=\s)|\s[-–—−](?=\s)/
/** A year or a range of years that begins a sentence: `2021 Основание`, `2021 ж. ашылды`. */
const year = /^(?:1[5-9]|20)\d\d(?:[-–—−](?:1[5-9]|20)?\d\d)?(?:\s(?:г\.|гг\.|год|годы|ж\.|жж\.|жыл|жылы))?(?=[\s,])/iu
const endOfYear = /^[\s,]+/

/**
 * Reads stages from rows of cells, where a line without cells is one cell: `Сентябрь: набор команды`, `2021 — …`,
 * `1-кезең: …`, `1-кезең. …`, `1. …`, a bold line above its text. A line without a date continues the stage above it.
 */
export function readStages(rows: readonly (readonly string[])[]): Stage[] {
  const first = rows.map((cells, source) => readStage(cells, source, longestLabel.alone))
  const isUsual = 2 * countLabels(first) >= first.length
  const read = isUsual ? rows.map((cells, source) => readStage(cells, source, longestLabel.among)) : first
  const labelled = countLabels(read)
  const stages: Stage[] = []
  for (const stage of read) {
    if (!stage) continue
    const last = stages.at(-1)
    const continues = stage.label === '' && last !== undefined && last.label !== '' && labelled > 1
    if (!continues) stages.push(stage)
    else if (last.text === '') last.text = stage.text
    else last.below.push(stage.text)
  }
  return stages
}

const countLabels = (stages: readonly (Stage | null)[]) => stages.filter((stage) => stage && stage.label !== '').length

function readStage(cells: readonly string[], source: number, longest: number): Stage | null {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  const [first, ...more] = filled
  if (first === undefined) return null
  if (more.length > 0 && cells[0]!.trim() !== '') {
    return { label: trimLabel(first), text: more[0]!, below: more.slice(1), source }
  }
  const line = first.replace(bullet, '')
  if (isBoldLine(line)) return { label: trimLabel(line), text: '', below: [], source }
  const number = numbered.exec(line)
  if (number) {
    const rest = splitLine(line.slice(number[0].length), longest)
    const label = rest.label ? `${number[1]} ${rest.label}` : number[1]!.slice(0, -1)
    return { label, text: rest.text, below: [], source }
  }
  return { ...splitLine(line, longest), below: [], source }
}

function splitLine(line: string, longest: number): { label: string; text: string } {
  const stage = stageNumber.exec(line)?.[0]
  if (stage && capital.test(line.slice(stage.length)))
    return { label: trimLabel(stage).replace(/[.)]$/, ''), text: line.slice(stage.length).trim() }
  const found = separator.exec(line)
  if (found && found.index > 0 && found.index <= longest) {
    const text = line.slice(found.index + found[0].length).trim()
    if (text !== '') return { label: trimLabel(line.slice(0, found.index)), text }
  }
  const date = year.exec(line)?.[0]
  if (date) return { label: date, text: line.slice(date.length).replace(endOfYear, '') }
  const isHead = line.endsWith(':') && line.length <= longest
  return isHead ? { label: trimLabel(line), text: '' } : { label: '', text: line }
}

/** Removes the markup of a bold label and its colon: labels are bold anyway. */
const trimLabel = (label: string) => label.trim().replaceAll('**', '').replace(/:$/, '').trim()
