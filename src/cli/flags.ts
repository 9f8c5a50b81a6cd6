import type { FlagName } from '../model/command.ts'
import { paperNames, perPageChoices, printModes } from '../model/handout.ts'
import { langs } from '../model/lang.ts'

/** How a flag is written: its letter, and what it takes. Without `value` it takes nothing. */
export interface FlagSpec {
  short?: string
  /** One of these words, or anything: then the word of help that stands for it. */
  value?: readonly string[] | 'file' | 'folder' | 'name' | 'port' | 'range'
}

/** Every flag of every command. */
export const flagSpecs: Readonly<Record<FlagName, FlagSpec>> = {
  browser: { value: 'file' },
  aspect: { value: ['16:9', '4:3'] },
  fix: {},
  handout: {},
  help: { short: 'h' },
  host: {},
  ink: { value: printModes },
  json: {},
  lang: { value: [...langs, 'all'] },
  lines: {},
  messages: { value: langs },
  'no-footer': {},
  'no-header': {},
  'no-notes': {},
  'no-sandbox': {},
  notes: {},
  open: {},
  out: { short: 'o', value: 'folder' },
  paper: { value: paperNames },
  pdf: {},
  'per-page': { value: perPageChoices.map(String) },
  port: { value: 'port' },
  quiet: { short: 'q' },
  range: { value: 'range' },
  root: { value: 'folder' },
  strict: {},
  'strict-fit': {},
  theme: { value: 'name' },
  version: { short: 'v' },
}

/** Flags that every command knows. */
export const commonFlags: readonly FlagName[] = ['messages', 'help']
