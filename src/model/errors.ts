import type { JobsFault, JobsUsageFault } from './jobs-faults.ts'
import type { Lang } from './lang.ts'

/** What is wrong with a file or with the machine. The `code` identifies it; the languages hold its sentence. */
export type MachineFault =
  | JobsFault
  | { code: 'node-outdated'; found: string; needed: string }
  | { code: 'file-missing'; path: string }
  | { code: 'file-unreadable'; path: string; reason: string }
  | { code: 'file-is-folder'; path: string }
  | { code: 'file-not-regular'; path: string }
  | { code: 'file-link-outside'; path: string }
  | { code: 'file-too-large'; path: string; sizeBytes: number; limitBytes: number }
  /** Another program saved the file again and again while it was being repaired. */
  | { code: 'file-changed'; path: string }
  /** The file has `names` names; to replace it would leave the others with the old content. */
  | { code: 'file-hard-linked'; path: string; names: number }
  /** A folder on the way to the file is a link out of the project. `real` is where the file lies. */
  | { code: 'folder-link-outside'; path: string; real: string }
  /** A bug in Korme: the work on one deck ended with it. */
  | { code: 'program-failed'; path: string; reason: string }
  /** A bug in Korme: the whole run ended with it. */
  | { code: 'program-crashed'; reason: string }
  | { code: 'output-unwritable'; path: string; reason: string }
  | { code: 'browser-missing' }
  /** `from` is the flag or the variable that names the path. */
  | { code: 'browser-path-missing'; path: string; from: string }
  | { code: 'browser-not-executable'; path: string }
  | { code: 'browser-failed'; path: string; reason: string }
  | { code: 'browser-no-sandbox'; path: string }
  | { code: 'browser-silent'; path: string; seconds: number }
  /** The cache folder of the packaged browser belongs to another user, or others may write to it. */
  | { code: 'browser-cache-unsafe'; path: string }
  /** `variable` names another folder for the cache. */
  | { code: 'browser-unpack-failed'; path: string; reason: string; variable: string }
  /** Neither the system's temporary folder nor the cache can be written. `variable` names another one. */
  | { code: 'temporary-folder-missing'; path: string; reason: string; variable: string }
  /** Another program uses the port, or all ports from `port` to `last`. */
  | { code: 'port-taken'; port: number; last: number }
  /** On many systems only the administrator may use ports below 1024. */
  | { code: 'port-forbidden'; port: number }
  | { code: 'port-unusable'; port: number; reason: string }
  /** The system cannot watch more files. */
  | { code: 'watch-failed'; path: string; reason: string }
  /** The browser works, but could not print a page, twice. */
  | { code: 'print-failed'; path: string; reason: string }
  /** A page cannot be made with the templates of a theme, but with those of Korme. */
  | { code: 'theme-templates-failed'; theme: string; templates: readonly string[]; reason: string }
  /** A warning: the browser wrote a PDF in a way that Korme does not know, so it declares no standard. */
  | { code: 'pdf-undeclared'; file: string; reason: string }
  /** A warning: the browser has no sandbox, because root runs it or because the user `asked` for that. */
  | { code: 'browser-unsandboxed'; path: string; asked: boolean }

/**
 * What is wrong with a call. `flag` is spelled as the user did; `known` holds the accepted values. `flags` are those of the call
 * that a command in the sentence takes over, each behind a space.
 */
export type UsageFault =
  | JobsUsageFault
  | { code: 'command-unknown'; name: string; nearest: string | null; known: readonly string[] }
  | { code: 'command-missing'; known: readonly string[] }
  | { code: 'flag-unknown'; flag: string; command: string; nearest: string | null; flags: string }
  | { code: 'flag-value-missing'; flag: string; value: string }
  /** `several`: how several values are written; null if there may be one only. */
  | { code: 'flag-value-unknown'; flag: string; value: string; known: readonly string[]; several: string | null }
  /** `distinct`: the list with each value once. */
  | { code: 'flag-value-repeated'; flag: string; repeated: string; distinct: string }
  /** A language with the letters that it is written in, which another flag says. */
  | { code: 'lang-with-script'; flag: string; value: string }
  | { code: 'flag-value-unexpected'; flag: string; value: string }
  /** A warning: an environment variable has a value that means nothing, and is not used. */
  | { code: 'variable-value-unknown'; variable: string; value: string; known: readonly string[] }
  | { code: 'argument-missing'; command: string; flags: string }
  | { code: 'argument-unexpected'; command: string; argument: string; flags: string }
  | { code: 'decks-missing'; folder: string; flags: string }
  /** What was named as the project is no folder. */
  | { code: 'root-missing'; path: string }
  | { code: 'output-twice'; output: string; decks: readonly string[] }
  /** The command takes one deck, and there are several. */
  | { code: 'deck-unnamed'; command: string; decks: readonly string[]; suggested: string }
  /** Nothing of the deck can be shown. */
  | { code: 'deck-unfit'; deck: string; command: string }
  /** No interrupted talk of the deck is kept. `command` begins a new one. */
  | { code: 'talk-missing'; deck: string; command: string }
  /** It was interrupted longer ago than talks are kept. */
  | { code: 'talk-outdated'; deck: string; hours: number; command: string }
  /** It was not interrupted: its server still answers. */
  | { code: 'talk-running'; deck: string; port: number }
  /** The file that keeps it is damaged, or of another version. */
  | { code: 'talk-unreadable'; path: string; command: string }
  /** That file belongs to somebody else, or others may read it. */
  | { code: 'talk-unsafe'; path: string; command: string }
  | { code: 'deck-name-unfit'; name: string }
  | { code: 'deck-exists'; path: string }
  | { code: 'range-unreadable'; value: string }
  | { code: 'loop-unreadable'; value: string }
  | { code: 'port-unreadable'; value: string }
  /** The words beside the slides would be in the language of the slides. `others`: the languages that the deck has besides. */
  | { code: 'bilingual-same'; lang: Lang; deck: string; others: readonly Lang[] }
  /** The deck has no text in the language that is to stand beside its slides. */
  | { code: 'bilingual-missing'; lang: Lang; deck: string; others: readonly Lang[] }
  /** `part` of the range is outside a deck of `slides` slides. */
  | { code: 'range-outside'; part: string; deck: string; slides: number }

/** Why Korme could not do what it was asked, other than by errors in a deck's text. */
export type Fault = MachineFault | UsageFault

/** Who can fix a fault: the author of the deck, the user who made the call, the administrator of the machine, or we. */
export type FaultKind = 'deck' | 'usage' | 'machine' | 'program'

/** The kind of every fault that does not come from the machine. A missing usage fault does not compile. */
const kinds: Readonly<Record<UsageFault['code'], FaultKind> & Partial<Record<MachineFault['code'], FaultKind>>> = {
  'program-crashed': 'program',
  'program-failed': 'program',
  'file-too-large': 'deck',
  'theme-templates-failed': 'deck',
  'deck-unfit': 'deck',
  'argument-missing': 'usage',
  'bilingual-missing': 'usage',
  'bilingual-same': 'usage',
  'argument-unexpected': 'usage',
  'command-missing': 'usage',
  'command-unknown': 'usage',
  'deck-exists': 'usage',
  'deck-name-unfit': 'usage',
  'deck-unnamed': 'usage',
  'decks-missing': 'usage',
  'file-hard-linked': 'usage',
  'file-is-folder': 'usage',
  'file-link-outside': 'usage',
  'file-missing': 'usage',
  'file-not-regular': 'usage',
  'flag-missing': 'usage',
  'flag-unknown': 'usage',
  'flag-value-missing': 'usage',
  'flag-value-repeated': 'usage',
  'flag-value-unexpected': 'usage',
  'flag-value-unknown': 'usage',
  'folder-link-outside': 'usage',
  'job-count-unreadable': 'usage',
  'lang-with-script': 'usage',
  'output-twice': 'usage',
  'outside-store': 'usage',
  'loop-unreadable': 'usage',
  'port-unreadable': 'usage',
  'range-outside': 'usage',
  'range-unreadable': 'usage',
  'redis-address-secret': 'usage',
  'redis-address-unreadable': 'usage',
  'audience-address-unreadable': 'usage',
  'root-missing': 'usage',
  'talk-missing': 'usage',
  'talk-outdated': 'usage',
  'talk-running': 'usage',
  'talk-unreadable': 'usage',
  'talk-unsafe': 'usage',
  'store-missing': 'usage',
  'variable-value-unknown': 'usage',
}

const exitCodes = { deck: 1, usage: 2, machine: 3, program: 70 } as const

/**
 * A fault as an error. It is shown as one line, never with its stack. Only `program-failed` and
 * `program-crashed` are bugs in Korme; whoever makes one has shown its stack.
 */
export class KormeError extends Error {
  readonly fault: Fault
  readonly kind: FaultKind
  /** 1 the deck is at fault, 2 wrong usage, 3 the machine lacks something, 70 a bug in Korme. */
  readonly exitCode: 1 | 2 | 3 | 70

  constructor(fault: Fault) {
    super(fault.code)
    this.name = 'KormeError'
    this.fault = fault
    this.kind = kinds[fault.code] ?? 'machine'
    this.exitCode = exitCodes[this.kind]
  }
}
