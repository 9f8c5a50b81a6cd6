import type { LocalizedText } from '../model/lang.ts'
import { parseInline } from './parse-inline.ts'

/** Returns a text without its markup, line by line, for places that show plain text: labels, names, text alternatives. */
export const withoutMarkup = ({ text, lang }: LocalizedText): LocalizedText => ({ text: plainLines(text), lang })

const plainLines = (text: string): string => (/[*\]]/.test(text) ? text.split('\n').map(plainLine).join('\n') : text)

const plainLine = (line: string): string =>
  parseInline(line)
    .map((span) => span.text)
    .join('')
