/** What a machine can lack. Told apart by `code`, as problems are; the sentence is chosen where it is shown. */
export type MachineFault =
  | { code: 'file-missing'; path: string }
  | { code: 'file-unreadable'; path: string; reason: string }
  | { code: 'file-is-folder'; path: string }
  | { code: 'file-not-regular'; path: string }
  | { code: 'file-link-outside'; path: string }
  | { code: 'file-too-large'; path: string; sizeBytes: number; limitBytes: number }
  | { code: 'output-unwritable'; path: string; reason: string }
  | { code: 'browser-missing' }
  /** `from` is the flag or the variable that names the path. */
  | { code: 'browser-path-missing'; path: string; from: string }
  | { code: 'browser-not-executable'; path: string }
  | { code: 'browser-failed'; path: string; reason: string }
  | { code: 'browser-no-sandbox'; path: string }
  | { code: 'browser-silent'; path: string; seconds: number }
  /** The cache folder of the packaged browser belongs to someone else, or others may write into it. */
  | { code: 'browser-cache-unsafe'; path: string }
  | { code: 'browser-unpack-failed'; path: string; reason: string }
  /** Another program listens on the port, or on all from `port` to `last`. */
  | { code: 'port-taken'; port: number; last: number }
  /** Ports below 1024 belong to the administrator on many systems. */
  | { code: 'port-forbidden'; port: number }
  | { code: 'port-unusable'; port: number; reason: string }
  /** The system watches no more files. */
  | { code: 'watch-failed'; path: string; reason: string }
  /** The browser works, but could not print a page, twice. */
  | { code: 'print-failed'; path: string; reason: string }
  /** No failure but a warning: the browser has no sandbox, since root runs it, or since it was `asked` for. */
  | { code: 'browser-unsandboxed'; path: string; asked: boolean }

/** What can be wrong with a call, before any deck is looked at. `flag` is as typed, `known` the values it takes. */
export type UsageFault =
  | { code: 'command-unknown'; name: string; nearest: string | null; known: readonly string[] }
  | { code: 'command-missing'; known: readonly string[] }
  | { code: 'flag-unknown'; flag: string; command: string; nearest: string | null }
  | { code: 'flag-value-missing'; flag: string; value: string }
  | { code: 'flag-value-unknown'; flag: string; value: string; known: readonly string[] }
  | { code: 'flag-value-unexpected'; flag: string; value: string }
  | { code: 'argument-missing'; command: string }
  | { code: 'argument-unexpected'; command: string; argument: string }
  | { code: 'decks-missing'; folder: string }
  | { code: 'output-twice'; output: string; decks: readonly string[] }
  /** One deck is to be named, and there are several. */
  | { code: 'deck-unnamed'; command: string; decks: readonly string[] }
  /** Nothing of the deck can be shown. */
  | { code: 'deck-unfit'; deck: string; command: string }
  | { code: 'deck-name-unfit'; name: string }
  | { code: 'deck-exists'; path: string }
  | { code: 'range-unreadable'; value: string }
  | { code: 'port-unreadable'; value: string }
  /** `part` of the range lies outside a deck of `slides` slides. */
  | { code: 'range-outside'; part: string; deck: string; slides: number }

/**
 * A failure of the machine or of the call, not of the author and not of ours: shown as one line, never as a stack.
 * `exitCode`: 1 the deck itself is at fault, 2 wrong usage, 3 the machine lacks something.
 */
export class KormeError extends Error {
  readonly fault: MachineFault | UsageFault
  readonly exitCode: 1 | 2 | 3

  constructor(fault: MachineFault | UsageFault, exitCode: 1 | 2 | 3 = 3) {
    super(fault.code)
    this.name = 'EnvironmentError'
    this.fault = fault
    this.exitCode = exitCode
  }
}
