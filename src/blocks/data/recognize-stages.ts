import { isPlainNumber } from './plain-number.ts'

const months =
  'қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан|январ[ья]|феврал[ья]|марта?|апрел[ья]|ма[йя]|июн[ья]|июл[ья]|августа?|сентябр[ья]|октябр[ья]|ноябр[ья]|декабр[ья]|january|february|march|april|may|june|july|august|september|october|november|december|көктем|жаз|күз|қыс|весна|лето|осень|зима|spring|summer|autumn|winter'

/** What the date or number of a stage begins with. */
const labelPatterns = [
  new RegExp(`^(?:\\d{1,2}(?:\\s?[-–—]\\s?\\d{1,2})?\\s)?(?:${months})(?!\\p{L})`, 'iu'),
  /^(?:1[5-9]|20)\d\d(?!\d)/u,
  /^\d{1,2}\.\d{1,2}\.\d{2}(?:\d{2})?(?!\d)/u,
  /^\d{1,2}(?:-?(?:ші|шы|й|ый|ой|ий))?[- ]?(?:кезең|саты|қадам|тоқсан|апта|этап|шаг|фаза|квартал|неделя)(?!\p{L})/iu,
  /^(?:I|II|III|IV|V|VI)[- ](?:кезең|саты|қадам|тоқсан|этап|шаг|фаза|квартал)(?!\p{L})/iu,
  /^(?:этап|шаг|фаза|stage|step|phase|week|quarter|неделя)\s№?\s?\d{1,2}(?!\d)/iu,
  /^(?:бірінші|екінші|үшінші|первый|второй|третий|first|second|third)\s(?:кезең|саты|қадам|этап|шаг|stage|step|phase)(?!\p{L})/iu,
  /^Q[1-4](?!\p{L})/iu,
]

/** What separates the date from what happens then. */
const separator = /:\s|\s[-–—−]\s/u

/** More stages do not stand along one line. */
const stageRange = { least: 3, most: 8 }

/** A longer text is prose. Units: characters. */
const longest = { label: 40, text: 120 }

/** The number of stages of a text whose every line is a date and what happens then; null if it is another text. */
export function recognizeStages(lines: readonly string[]): number | null {
  if (lines.length < stageRange.least || lines.length > stageRange.most) return null
  return lines.every(isStage) ? lines.length : null
}

function isStage(line: string): boolean {
  const plain = line
    .slice(0, longest.label + longest.text + 8)
    .replaceAll('**', '')
    .trim()
  const found = separator.exec(plain)
  if (!found || found.index > longest.label) return false
  const text = plain.slice(found.index + found[0].length).trim()
  if (text === '' || text.length > longest.text || isPlainNumber(text) || !/\p{L}/u.test(text)) return false
  const label = plain.slice(0, found.index)
  return labelPatterns.some((pattern) => pattern.test(label))
}
