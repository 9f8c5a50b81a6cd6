import { parseArgs } from 'node:util'
import { KormeError, type UsageFault } from '../model/errors.ts'
import { type FlagName, type FlagSpec, type Flags, flagSpecs } from '../model/flags.ts'
import { langs } from '../model/lang.ts'
import { flagsAfter } from '../report/suggested-command.ts'
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
  const args = argv.filter((_, i) => mistyped[i] === null).map(withoutFlagAsValue)
  const { tokens } = parseArgs({ args, options, strict: false, allowPositionals: true, tokens: true })
  const positionals = tokens.filter((token) => token.kind === 'positional').map(({ value }) => value)
  const flags = tokens
    .filter((token) => token.kind === 'option')
    .map(({ name, rawName, value, inlineValue }) => ({ name, raw: rawName, value, inline: inlineValue === true }))
  const wrong = mistyped.filter((flag) => flag !== null)
  return { command: positionals[0], args: positionals.slice(1), flags: [...wrong, ...flags] }
}

/** A flag whose value was forgotten, so that the flag after it is read as one. */
const withoutFlagAsValue = (word: string, i: number, words: readonly string[]): string =>
  words.lastIndexOf('--', i) < 0 && takesValue(specOf(word) ?? {}) && specOf(words[i + 1]) ? `${word}=` : word

/** What the flag takes that a word names in full: `--out`, not `--out=dist`. */
const specOf = (word = ''): FlagSpec | undefined =>
  word.startsWith('--') && Object.hasOwn(flagSpecs, word.slice(2)) ? flagSpecs[word.slice(2) as FlagName] : undefined

/** A long flag with one dash, or with the long dash that Word makes of two; null for any other word. */
function parseMistypedFlag(word: string): RawFlag | null {
  const [, dash, name] = /^([–—]+|-(?=[a-z]{3}))([a-z][a-z-]*)$/.exec(word) ?? []
  if (dash === undefined || name === undefined) return null
  if (dash === '-' && suggestWord(name, Object.keys(flagSpecs)) === null) return null
  return { name: word, raw: word, value: undefined, inline: false }
}

/** Reads the flags of a command line as the command accepts them. Errors: `flag-…` and `…-unreadable`, exit code 2. */
export function readFlags(command: CliCommand, line: CommandLine): Flags {
  const { flags } = line
  const specs = new Map<string, FlagSpec>(commandFlags(command))
  return Object.fromEntries(
    flags.map((flag) => {
      const spec = specs.get(flag.name) ?? refuseFlag(flag, command, [...specs.keys()], line)
      return [flag.name, takesValue(spec) ? readValue(flag, spec, command) : readSwitch(flag)]
    }),
  )
}

/** Checks the arguments against the command. Errors: `argument-…`, exit code 2. */
export function checkArgs({ name, argumentKind }: CliCommand, line: CommandLine): void {
  const { args } = line
  const limit = { decks: Infinity, deck: 1, name: 1, command: 1, nothing: 0 }[argumentKind]
  if (args.length > limit)
    refuse({ code: 'argument-unexpected', command: name, argument: args[limit]!, flags: givenAfter('help', line) })
  if (argumentKind === 'name' && args.length === 0)
    refuse({ code: 'argument-missing', command: name, flags: givenAfter('new', line) })
}

function readSwitch({ raw, value, inline }: RawFlag): true {
  if (inline) refuse({ code: 'flag-value-unexpected', flag: raw, value: value ?? '' })
  return true
}

function readValue({ raw, value, inline }: RawFlag, spec: FlagSpec, command: CliCommand): unknown {
  // Another flag where the value belongs: the value was forgotten.
  if (!value || (!inline && value.startsWith('-'))) {
    const choices = 'choices' in spec ? [...spec.choices, ...(spec.several ? [exampleOf(spec.several)] : [])] : null
    const example = choices?.join('|') ?? ('example' in spec ? spec.example : '')
    return refuse({ code: 'flag-value-missing', flag: raw, value: example })
  }
  if ('choices' in spec) {
    const choice = spec.choices.find((one) => String(one) === value) ?? severalOf(raw, value, spec.several)
    if (choice !== undefined) return choice
    if (namesLetters.test(value) && asksForSlides(raw, command)) {
      return refuse({ code: 'lang-with-script', flag: raw, value })
    }
    const several = spec.several ? exampleOf(spec.several) : null
    return refuse({ code: 'flag-value-unknown', flag: raw, value, known: spec.choices.map(String), several })
  }
  if ('parse' in spec) return spec.parse(value) ?? refuse({ code: spec.fault, value })
  return value
}

/** `kk-Latn`, `latn`, `ru,kk-latin` */
const namesLetters = /lat(?:n|in)$/i

/** Whether a flag takes a language of slides whose letters another flag of the command chooses. */
const asksForSlides = (flag: string, { flags }: CliCommand) =>
  (flag === '--lang' || flag === '--bilingual') && flags.includes('script')

/** The values of a list such as `kk,ru`; undefined if it has another one. Errors: `flag-value-repeated`. */
function severalOf(flag: string, value: string, known: readonly string[] = []): readonly string[] | undefined {
  const parts = value.split(',').map((part) => part.trim())
  if (parts.length === 1 || !parts.every((part) => known.includes(part))) return undefined
  const repeated = parts.find((part, i) => parts.indexOf(part) < i)
  if (repeated === undefined) return parts
  return refuse({ code: 'flag-value-repeated', flag, repeated, distinct: [...new Set(parts)].join(',') })
}

/** How several values are written. */
const exampleOf = (several: readonly string[]): string => several.slice(0, 2).join(',')

/** The flags of a call that cannot be read as a whole. */
function givenAfter(command: 'help' | 'new', { flags }: CommandLine): string {
  const value = (name: FlagName) => flags.findLast((flag) => flag.name === name)?.value
  const messages = langs.find((lang) => lang === value('messages'))
  return flagsAfter(command, { root: value('root'), messages })
}

function refuseFlag({ raw }: RawFlag, { name }: CliCommand, known: readonly string[], line: CommandLine): never {
  const meant = suggestWord(raw.replace(/^[-–—]+/, ''), known)
  return refuse({
    code: 'flag-unknown',
    flag: raw,
    command: name,
    nearest: meant && `--${meant}`,
    flags: givenAfter('help', line),
  })
}

function refuse(fault: UsageFault): never {
  throw new KormeError(fault)
}
