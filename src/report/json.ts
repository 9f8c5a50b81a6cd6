import type { LocatedDiagnostic, Severity } from '../model/diagnostic.ts'
import type { Fault, KormeError } from '../model/errors.ts'
import { type Lang, langs } from '../model/lang.ts'
import type { Edit, Range } from '../model/source.ts'
import type { SlideTranslations } from '../model/translation.ts'
import { createLocator } from './line-column.ts'
import type { ReportedDeck } from './text.ts'

/** The output of `--json`. Shape: stable; a change increases `version`. Units: offsets into the decoded text. */
export interface JsonReport {
  version: 1
  files: {
    file: string
    slides: number
    findings: JsonFinding[]
    /** The slides that lack texts in a language of the deck; not given by commands that do not look for them. */
    translations?: JsonTranslation[]
  }[]
  /** What kept a deck from being read or a file from being written, or what is wrong with the call. */
  errors: JsonError[]
}

/** An error other than the mistakes in a deck, for other programs. */
export interface JsonError {
  code: string
  message: string
  exitCode: number
}

/** A diagnostic for other programs. Units: `line`, `column` and `slide` from 1, columns in UTF-16 units. */
export interface JsonFinding {
  code: string
  /** The file of the theme that the range refers to, if it is not the deck. */
  file?: string
  severity: Severity
  message: string
  slide: number | null
  range: Range
  line: number
  column: number
  count: number
  edits: Edit[]
}

/** A slide that lacks texts in a language: `missing` of `texts`. `slide` is null for the name, event and date of the deck. */
export interface JsonTranslation {
  slide: number | null
  lang: Lang
  texts: number
  missing: number
}

/** Returns all diagnostics of all decks, and the errors of the run, for `--json`. */
export function reportJson(
  decks: readonly ReportedDeck[],
  errors: readonly KormeError[],
  say: (problem: LocatedDiagnostic | Fault) => string,
): JsonReport {
  return {
    version: 1,
    files: decks.map(({ file, slides, text, diagnostics, translations }) => {
      const locate = createLocator(text)
      const findings = diagnostics.map((one) => ({
        code: one.code,
        ...(one.source ? { file: one.source.name } : {}),
        severity: one.severity,
        message: say(one),
        slide: one.slide,
        range: { start: one.range.start, end: one.range.end },
        ...(one.source ? createLocator(one.source.text) : locate)(one.range.start),
        count: one.count,
        edits: one.edits.map(({ start, end, text }) => ({ start, end, text })),
      }))
      return { file: file.name, slides, findings, ...(translations && { translations: lackingIn(translations) }) }
    }),
    errors: errors.map(({ fault, exitCode }) => ({ code: fault.code, message: say(fault), exitCode })),
  }
}

const lackingIn = (translations: readonly SlideTranslations[]): JsonTranslation[] =>
  translations.flatMap(({ slide, texts, missing }) =>
    langs.flatMap((lang) => (missing[lang] ? [{ slide, lang, texts, missing: missing[lang] }] : [])),
  )
