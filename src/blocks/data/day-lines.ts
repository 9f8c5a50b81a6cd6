const months =
  'қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан|январ[ья]|феврал[ья]|марта?|апрел[ья]|ма[йя]|июн[ья]|июл[ья]|августа?|сентябр[ья]|октябр[ья]|ноябр[ья]|декабр[ья]|january|february|march|april|may|june|july|august|september|october|november|december'
const weekdays =
  'дүйсенбі|сейсенбі|сәрсенбі|бейсенбі|жұма|сенбі|жексенбі|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|monday|tuesday|wednesday|thursday|friday|saturday|sunday'

/** Ways to begin the line above the sessions of a day: `1-күн`, `День 2`, `Второй день`, `5 декабря`, `05.12.2025`, `Жұма`. */
const dayPatterns = [
  /^\d{1,2}[- ]?(?:ші|шы|й|ый|ой|ий)?[- ]?(?:күн|день)(?!\p{L})/iu,
  /^(?:күн|день|day)[ №]{0,2}(?:\d{1,2}|one|two|three)(?!\p{L})/iu,
  /^(?:бірінші|екінші|үшінші|төртінші|бесінші|первый|второй|третий|четв[её]ртый|пятый|first|second|third)\s(?:күн|день|day)(?!\p{L})/iu,
  new RegExp(`^\\d{1,2}(?:[-–—−]\\d{1,2})?\\s(?:${months})(?!\\p{L})`, 'iu'),
  new RegExp(`^(?:${months})\\s\\d{1,2}(?![\\d:])`, 'iu'),
  new RegExp(`^(?:${weekdays})(?!\\p{L})`, 'iu'),
  /^\d{1,2}\.\d{1,2}\.\d{2}(?:\d{2})?(?!\d)/,
]

/** A longer line is a sentence. */
const longestDayLine = 90

/** Whether a line names the day of the sessions below it. Markup around it is ignored. */
export function isDayLine(line: string): boolean {
  const plain = line.replaceAll('*', '').trim()
  return plain.length <= longestDayLine && dayPatterns.some((pattern) => pattern.test(plain))
}

/** Whether a whole line is bold. */
export const isBoldLine = (line: string): boolean => {
  const text = line.trim()
  return text.length > 4 && text.startsWith('**') && text.endsWith('**') && !text.slice(2, -2).includes('**')
}
