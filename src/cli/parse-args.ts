import { parseArgs } from 'node:util'
import type { FlagName } from '../model/command.ts'
import { KormeError, type UsageFault } from '../model/errors.ts'
import type { CliCommand, Flags } from './command.ts'
import { commonFlags, type FlagSpec, flagSpecs } from './flags.ts'
import { suggestWord } from './suggest-word.ts'

/** A command line taken apart, not yet held against a command. */
export interface CommandLine {
  command: string | undefined
  args: string[]
  flags: RawFlag[]
}

interface RawFlag {
  name: string
  /** As typed. */
  raw: string
  value: string | undefined
  inline: boolean
}

const options = Object.fromEntries(
  Object.entries(flagSpecs).map(([name, { short, value }]) => [
    name,
    { type: value ? ('string' as const) : ('boolean' as const), ...(short ? { short } : {}) },
  ]),
)

/** Takes a command line apart. The first word that is no flag is the command; flags may stand before it. */
export function parseCommandLine(argv: readonly string[]): CommandLine {
  const mistyped = argv.map(parseMistypedFlag)
  const args = argv.filter((_, i) => mistyped[i] === null)
  const { tokens } = parseArgs({ args, options, strict: false, allowPositionals: true, tokens: true })
  const positionals = tokens.filter((token) => token.kind === 'positional').map(({ value }) => value)
  const flags = tokens
    .filter((token) => token.kind === 'option')
    .map(({ name, rawName, value, inlineValue }) => ({ name, raw: rawName, value, inline: inlineValue === true }))
  const wrong = mistyped.filter((flag) => flag !== null)
  return { command: positionals[0], args: positionals.slice(1), flags: [...wrong, ...flags] }
}

/** A flag with one dash before a long name, or with the long dash that Word makes of two. */
function parseMistypedFlag(word: string): RawFlag | null {
  const [, dash, name] = /^([–—]+|-(?=[a-z]{3}))([a-z][a-z-]*)$/.exec(word) ?? []
  if (dash === undefined || name === undefined) return null
  if (dash === '-' && suggestWord(name, Object.keys(flagSpecs)) === null) return null
  return { name: word, raw: word, value: undefined, inline: false }
}

/** Holds the flags of a command line against a command. Errors: `flag-…`, exit code 2. */
export function readFlags(command: CliCommand, { flags }: CommandLine): Flags {
  const read: Record<string, string | true> = {}
  for (const flag of flags) {
    const name = known(command, flag)
    read[name] = readValue(flag, flagSpecs[name])
  }
  return read as Flags
}

/** Holds the arguments against the command. Errors: `argument-…`, exit code 2. */
export function checkArgs(command: CliCommand, { args }: CommandLine): void {
  const limit = { decks: Infinity, deck: 1, name: 1, command: 1, nothing: 0 }[command.argumentKind]
  if (args.length > limit) refuse({ code: 'argument-unexpected', command: command.name, argument: args[limit]! })
  if (command.argumentKind === 'name' && args.length === 0) refuse({ code: 'argument-missing', command: command.name })
}

function known(command: CliCommand, { name, raw }: RawFlag): FlagName {
  const names = [...command.flags, ...commonFlags]
  const found = names.find((one) => one === name)
  if (found) return found
  const meant = suggestWord(raw.replace(/^[-–—]+/, ''), names)
  return refuse({ code: 'flag-unknown', flag: raw, command: command.name, nearest: meant && `--${meant}` })
}

const valueExamples = { file: '/usr/bin/chromium', folder: 'dist', name: 'official', port: '8080', range: '2-5,9' }

function readValue({ raw, value, inline }: RawFlag, { value: wanted }: FlagSpec): string | true {
  if (!wanted) {
    if (inline) refuse({ code: 'flag-value-unexpected', flag: raw, value: value ?? '' })
    return true
  }
  const example = typeof wanted === 'string' ? valueExamples[wanted] : wanted.join('|')
  // A flag in the place of a value: the value was forgotten.
  if (!value || (!inline && value.startsWith('-'))) refuse({ code: 'flag-value-missing', flag: raw, value: example })
  if (typeof wanted !== 'string' && !wanted.includes(value!))
    refuse({ code: 'flag-value-unknown', flag: raw, value: value!, known: wanted })
  return value!
}

function refuse(fault: UsageFault): never {
  throw new KormeError(fault, 2)
}
