/** Mistakes in the bytes and in the JSON. Each problem carries facts, not words. */
export type ParseProblem = FileProblem | JsonProblem | QuoteProblem | LeftoverProblem

/** The file as a whole: its bytes and its encoding. */
type FileProblem =
  | { code: 'file-empty' }
  | { code: 'deck-too-large'; sizeBytes: number; limitBytes: number }
  | { code: 'file-binary'; format: 'office' | 'pdf' | 'rtf' | 'image' | null }
  | { code: 'file-cut' }
  | { code: 'bom-present' }
  | { code: 'encoding-utf16' }
  | { code: 'encoding-cp1251' }
  /** `letters`: what the Kazakh letters would have been read as. */
  | { code: 'encoding-kz1048'; letters: string; line: number }
  | { code: 'encoding-unknown'; line: number }

/** Punctuation, brackets, values. */
type JsonProblem =
  | { code: 'json-missing' }
  | { code: 'depth-exceeded'; limit: number }
  | { code: 'comma-missing' }
  | { code: 'comma-trailing' }
  | { code: 'comma-extra' }
  | { code: 'comma-mistyped'; found: string }
  | { code: 'colon-missing'; key: string }
  | { code: 'value-missing'; key: string | null }
  | { code: 'value-unquoted'; text: string }
  | { code: 'number-malformed'; text: string }
  | { code: 'key-unquoted'; key: string }
  /** Mended: `brackets` are missing at the end of the file. */
  | { code: 'bracket-missing'; brackets: string }
  /** Not mended: a bracket of this kind is missing before this place. */
  | { code: 'bracket-unclosed'; bracket: string }
  | { code: 'bracket-unopened'; bracket: string }
  | { code: 'bracket-extra'; bracket: string }
  | { code: 'text-unexpected'; text: string }
  | { code: 'text-after-end'; text: string }
  | { code: 'comment-present'; text: string }
  | { code: 'comment-unclosed' }
  | { code: 'space-special'; codePoints: readonly string[]; count: number }
  | { code: 'repair-uncertain' }
  | { code: 'mistakes-too-many'; limit: number }

/** Strings: their quotation marks and what stands between these. */
type QuoteProblem =
  | { code: 'quote-typographic'; quote: string }
  | { code: 'quote-single' }
  | { code: 'quote-missing' }
  /** Mended: pairs of quotation marks inside a text. */
  | { code: 'quote-inside-text'; count: number }
  /** Not mended: it cannot be told which quotation mark ends the text. */
  | { code: 'quote-ambiguous' }
  | { code: 'line-break-unescaped'; count: number }
  | { code: 'tab-unescaped'; count: number }
  | { code: 'escape-needless'; count: number }
  | { code: 'escape-unknown'; text: string; count: number }
  /** A backslash and a letter that would become a control character inside a Windows path. */
  | { code: 'path-backslash'; path: string; count: number }

/** What Word and other programs leave in a text. `codePoints` are written as `U+00AD`. */
type LeftoverProblem =
  | { code: 'bullet-private-use'; codePoints: readonly string[]; count: number }
  | { code: 'character-private-use'; codePoints: readonly string[]; count: number }
  | { code: 'character-invisible'; codePoints: readonly string[]; count: number }
  | { code: 'character-control'; codePoints: readonly string[]; count: number }
  | { code: 'line-break-special'; codePoints: readonly string[]; count: number }
  | { code: 'line-break-windows'; count: number }
  | { code: 'number-torn'; numbers: readonly number[]; count: number }
