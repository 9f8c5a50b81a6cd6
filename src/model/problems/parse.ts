/** Problems with the bytes and the JSON of a deck. */
export type ParseProblem = FileProblem | JsonProblem | QuoteProblem | ArtifactProblem

/** Problems with the file as a whole: its bytes and its encoding. */
type FileProblem =
  | { code: 'file-empty' }
  /** Beside `koktem.json` lies `koktem.json.txt`. */
  | { code: 'deck-twin-unused'; other: string }
  | { code: 'deck-too-large'; sizeBytes: number; limitBytes: number }
  | { code: 'file-binary'; format: 'office' | 'pdf' | 'rtf' | 'image' | null }
  | { code: 'file-cut' }
  | { code: 'bom-present' }
  | { code: 'encoding-utf16' }
  | { code: 'encoding-cp1251' }
  /** `letters` are what the Kazakh letters would be decoded as. */
  | { code: 'encoding-kz1048'; letters: string; line: number }
  | { code: 'encoding-cyrillic'; encoding: 'CP866' | 'KOI8-R' }
  /** UTF-8 that was read as another encoding and saved again: restored. `text` is a garbled piece. */
  | { code: 'encoding-twice'; as: 'windows-1251' | 'windows-1252'; text: string }
  /** The same, where letters were lost on the way. */
  | { code: 'encoding-garbled'; as: 'windows-1251' | 'windows-1252'; text: string; line: number }
  /** Letters that a program replaced by `?` or U+FFFD. `text` is the first word with one. */
  | { code: 'letters-lost'; text: string; count: number }
  | { code: 'encoding-unknown'; line: number }

/** Problems with punctuation, brackets and values. */
type JsonProblem =
  /** `line` is where a deck seems to begin inside other text, or null. */
  | { code: 'json-missing'; line: number | null }
  | { code: 'depth-exceeded'; limit: number }
  | { code: 'comma-missing' }
  /** `found` is a comma or a semicolon. */
  | { code: 'comma-trailing'; found: string }
  /** A comma or semicolon after the deck itself. */
  | { code: 'mark-after-end'; found: string }
  | { code: 'comma-extra' }
  | { code: 'comma-mistyped'; found: string }
  | { code: 'colon-missing'; key: string }
  | { code: 'colon-mistyped'; found: string }
  | { code: 'punctuation-full-width'; found: readonly string[]; count: number }
  | { code: 'value-missing'; key: string | null }
  | { code: 'value-unquoted'; text: string }
  /** Code or a sign of omission where a value is expected. */
  | { code: 'value-foreign'; text: string }
  | { code: 'number-malformed'; text: string }
  /** `12,5` for 12.5: repaired in a number field; elsewhere it may be a text, a list or thousands. */
  | { code: 'decimal-comma'; written: string; meant: string; repaired: boolean }
  /** `NaN` and the like. */
  | { code: 'number-impossible'; text: string }
  /** `None`, `True`, `undefined`: `meant` is what it was read as. */
  | { code: 'literal-foreign'; found: string; meant: 'empty' | 'true' | 'false' }
  /** `count` places where two versions of a file were not merged. */
  | { code: 'merge-conflict'; count: number }
  | { code: 'key-unquoted'; key: string }
  /** Repaired: `brackets` are missing at the end of the file. */
  | { code: 'bracket-missing'; brackets: string }
  /** Not repaired: a bracket of this kind is missing before this range. */
  | { code: 'bracket-unclosed'; bracket: string }
  | { code: 'bracket-unopened'; bracket: string }
  | { code: 'bracket-extra'; bracket: string; removed: boolean }
  | { code: 'text-unexpected'; text: string }
  | { code: 'text-after-end'; text: string }
  /** Repaired: the deck is on the lines from `first` to `last`; `text` is the beginning of what stands around it. */
  | { code: 'text-around-deck'; text: string; first: number; last: number }
  /** Repaired: `count` objects one after another, as in JSON Lines, are read as the slides of a deck. */
  | { code: 'objects-unlisted'; count: number }
  /** A second deck, object or list begins on line `next`, after the first one ended on line `last`. */
  | { code: 'deck-second'; last: number; next: number }
  | { code: 'comment-present'; text: string }
  | { code: 'comment-unclosed' }
  | { code: 'space-special'; codePoints: readonly string[]; count: number }
  | { code: 'repair-uncertain' }
  | { code: 'mistakes-too-many'; limit: number }
  | { code: 'values-too-many'; limit: number }
  /** One text with more characters than a slide may have. */
  | { code: 'text-characters-too-many'; characters: number; limit: number }

/** Problems with strings: their quotation marks and contents. */
type QuoteProblem =
  | { code: 'quote-typographic'; quote: string }
  | { code: 'quote-single' }
  | { code: 'quote-missing' }
  /** Repaired: pairs of quotation marks inside a string. */
  | { code: 'quote-inside-text'; count: number }
  /** Not repaired: it is ambiguous which quotation mark ends the string. */
  | { code: 'quote-ambiguous' }
  /** Texts that `sign` should join, as other languages do. */
  | { code: 'text-concatenated'; sign: string }
  | { code: 'line-break-unescaped'; count: number }
  | { code: 'tab-unescaped'; count: number }
  | { code: 'escape-needless'; count: number }
  | { code: 'escape-unknown'; text: string; count: number }
  /** A backslash and a letter inside a Windows path that would become a control character. */
  | { code: 'path-backslash'; path: string; count: number }

/** Characters and line breaks left over from Word and other programs. Shape of `codePoints`: `U+00AD`. */
type ArtifactProblem =
  | { code: 'bullet-private-use'; codePoints: readonly string[]; count: number }
  /** Word's bullets that became letters without their font: `§` and a tab. */
  | { code: 'bullet-letter'; marks: readonly string[]; count: number }
  /** Symbols within a line, which were replaced by `signs`. */
  | { code: 'symbol-private-use'; codePoints: readonly string[]; signs: readonly string[]; count: number }
  | { code: 'character-private-use'; codePoints: readonly string[]; count: number }
  | { code: 'character-invisible'; codePoints: readonly string[]; count: number }
  /** Ligatures of Latin letters, as PDFs write them: `ﬁ`. */
  | { code: 'character-ligature'; codePoints: readonly string[]; count: number }
  | { code: 'character-control'; codePoints: readonly string[]; count: number }
  /** Codes of web pages, of Office and of other programs, `&nbsp;`, `_x000B_` and `\\n`, that were read as the characters they stand for. */
  | { code: 'character-encoded'; found: readonly string[]; count: number }
  | { code: 'line-break-special'; codePoints: readonly string[]; count: number }
  | { code: 'line-break-windows'; count: number }
  /** Lines that a PDF tore out of a sentence or a word, joined: some places, as `үкі-⏎меттік`. */
  | { code: 'line-joined'; words: readonly string[]; count: number }
  | { code: 'number-torn'; numbers: readonly number[]; count: number }
