import { parseArgs } from 'node:util'
import { KormeError, type UsageFault } from '../model/errors.ts'
import { type FlagSpec, type Flags, flagSpecs } from '../model/flags.ts'
import { type CliCommand, commandFlags } from './command.ts'
import { suggestWord } from './suggest-word.ts'

/** A command line split into its parts, not yet checked against a command. */
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
  /** Whether the value was given as `--flag=value`. */
  inline: boolean
}

const takesValue = (spec: FlagSpec) => 'choices' in spec || 'example' in spec

const options = Object.fromEntries(
  Object.entries<FlagSpec>(flagSpecs).map(([name, spec]) => [
    name,
    { type: takesValue(spec) ? ('string' as const) : ('boolean' as const), ...(spec.short && { short: spec.short }) },
  ]),
)

/** Splits a command line. The first word that is not a flag is the command; flags may precede it. */
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

/** A long flag with one dash, or with the long dash that Word makes of two; null for any other word. */
function parseMistypedFlag(word: string): RawFlag | null {
  const [, dash, name] = /^([–—]+|-(?=[a-z]{3}))([a-z][a-z-]*)$/.exec(word) ?? []
  if (dash === undefined || name === undefined) return null
  if (dash === '-' && suggestWord(name, Object.keys(flagSpecs)) === null) return null
  return { name: word, raw: word, value: undefined, inline: false }
}

/** Reads the flags of a command line as the command accepts them. Errors: `flag-…` and `…-unreadable`, exit code 2. */
export function readFlags(command: CliCommand, { flags }: CommandLine): Flags {
  const specs = new Map<string, FlagSpec>(commandFlags(command))
  return Object.fromEntries(
    flags.map((flag) => {
      const spec = specs.get(flag.name) ?? refuseFlag(flag, command, [...specs.keys()])
      return [flag.name, takesValue(spec) ? readValue(flag, spec) : readSwitch(flag)]
    }),
  )
}

/** Checks the arguments against the command. Errors: `argument-…`, exit code 2. */
export function checkArgs({ name, argumentKind }: CliCommand, { args }: CommandLine): void {
  const limit = { decks: Infinity, deck: 1, name: 1, command: 1, nothing: 0 }[argumentKind]
  if (args.length > limit) refuse({ code: 'argument-unexpected', command: name, argument: args[limit]! })
  if (argumentKind === 'name' && args.length === 0) refuse({ code: 'argument-missing', command: name })
}

function readSwitch({ raw, value, inline }: RawFlag): true {
  if (inline) refuse({ code: 'flag-value-unexpected', flag: raw, value: value ?? '' })
  return true
}

function readValue({ raw, value, inline }: RawFlag, spec: FlagSpec): unknown {
  // Another flag where the value belongs: the value was forgotten.
  if (!value || (!inline && value.startsWith('-'))) {
    const example = 'choices' in spec ? spec.choices.join('|') : 'example' in spec ? spec.example : ''
    return refuse({ code: 'flag-value-missing', flag: raw, value: example })
  }
  if ('choices' in spec) {
    const choice = spec.choices.find((one) => String(one) === value) ?? severalOf(value, spec.several)
    return choice ?? refuse({ code: 'flag-value-unknown', flag: raw, value, known: spec.choices.map(String) })
  }
  if ('parse' in spec) return spec.parse(value) ?? refuse({ code: spec.fault, value })
  return value
}

/** The values of a list such as `kk,ru`; undefined if it has another one. */
function severalOf(value: string, known: readonly string[] = []): readonly string[] | undefined {
  const parts = value.split(',').map((part) => part.trim())
  return parts.length > 1 && parts.every((part) => known.includes(part)) ? [...new Set(parts)] : undefined
}

function refuseFlag({ raw }: RawFlag, { name }: CliCommand, known: readonly string[]): never {
  const meant = suggestWord(raw.replace(/^[-–—]+/, ''), known)
  return refuse({ code: 'flag-unknown', flag: raw, command: name, nearest: meant && `--${meant}` })
}

function refuse(fault: UsageFault): never {
  throw new KormeError(fault)
}
