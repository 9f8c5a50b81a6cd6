import { parseAudienceAddress } from './audience-address.ts'
import { paperNames, perPageChoices, printModes } from './handout.ts'
import { langs } from './lang.ts'
import { parseRedisAddress } from './redis-address.ts'
import { parseRange } from './slide-range.ts'

/** The samples that a new deck may begin with, instead of three slides. */
export const sampleNames = ['report', 'training', 'contest', 'programme', 'empty'] as const

export type SampleName = (typeof sampleNames)[number]

/**
 * What a flag takes after it: nothing, one of a few values, any text, or text that is parsed. `several`: the choices of
 * which there may be several, separated by commas. `placeholder` stands for the text in help; without one, help shows the example, as error messages do.
 */
export type FlagSpec = { short?: string } & (
  | object
  | { choices: readonly (string | number)[]; several?: readonly string[] }
  | { placeholder: 'deck' | 'file' | 'folder' | 'name'; example: string }
  | {
      parse: (text: string) => unknown
      example: string
      fault:
        | 'audience-address-unreadable'
        | 'job-count-unreadable'
        | 'loop-unreadable'
        | 'port-unreadable'
        | 'range-unreadable'
        | 'redis-address-unreadable'
    }
)

/** Every flag of every command. Parsing, the types of the values and help derive from this record. */
export const flagSpecs = {
  address: { parse: readableAudienceAddress, example: 'https://talk.example.kz', fault: 'audience-address-unreadable' },
  aspect: { choices: ['16:9', '4:3'] },
  'at-once': { parse: parseCount, example: '2', fault: 'job-count-unreadable' },
  bilingual: { choices: langs },
  broadcast: { parse: readableAddress, example: 'redis://host:6379', fault: 'redis-address-unreadable' },
  browser: { placeholder: 'file', example: '/usr/bin/chromium' },
  deck: { placeholder: 'deck', example: 'decks/my-talk.json' },
  duplex: {},
  edit: {},
  fix: {},
  handout: {},
  help: { short: 'h' },
  host: {},
  ink: { choices: printModes },
  jobs: { parse: parseRedisAddress, example: 'redis://host:6379', fault: 'redis-address-unreadable' },
  json: {},
  lang: { choices: [...langs, 'all'], several: langs },
  lines: {},
  loop: { parse: parseSeconds, example: '10', fault: 'loop-unreadable' },
  'max-waiting': { parse: parseCount, example: '10000', fault: 'job-count-unreadable' },
  messages: { choices: langs },
  network: { placeholder: 'name', example: '192.168.1.5' },
  'no-footer': {},
  'no-header': {},
  'no-notes': {},
  'no-sandbox': {},
  notes: {},
  open: {},
  out: { short: 'o', placeholder: 'folder', example: 'dist' },
  paper: { choices: paperNames },
  pdf: {},
  'per-page': { choices: perPageChoices },
  port: { parse: parsePort, example: '8080', fault: 'port-unreadable' },
  quiet: { short: 'q' },
  range: { parse: parseRange, example: '2-5,9', fault: 'range-unreadable' },
  resume: {},
  retry: {},
  root: { placeholder: 'folder', example: 'talks' },
  sample: { choices: sampleNames },
  script: { choices: ['latn'] },
  status: {},
  store: { placeholder: 'folder', example: '/srv/talks' },
  strict: {},
  'strict-fit': {},
  talk: { placeholder: 'deck', example: 'decks/my-talk.json' },
  theme: { placeholder: 'name', example: 'official' },
  version: { short: 'v' },
  'watch-only': {},
} as const satisfies Record<string, FlagSpec>

/** The name of a flag, without its dashes. */
export type FlagName = keyof typeof flagSpecs

/** Flags that every command accepts. */
export const commonFlags = ['messages', 'help'] as const satisfies readonly FlagName[]

/** The value of a flag as commands get it; `true` for a flag that takes none. */
type FlagValue<Spec> = Spec extends { choices: readonly (infer Choice)[] }
  ? Choice | (Spec extends { several: readonly (infer Member)[] } ? readonly Member[] : never)
  : Spec extends { parse: (text: string) => infer Parsed }
    ? NonNullable<Parsed>
    : Spec extends { placeholder: string }
      ? string
      : true

/** The flags of a call. A flag that was not given is absent. */
export type Flags = { [Name in FlagName]?: FlagValue<(typeof flagSpecs)[Name]> }

/** Returns the address of a Redis server as it was given, or null if it is none. A password in it is refused where it is used. */
function readableAddress(text: string): string | null {
  return parseRedisAddress(text) && text
}

/** Returns the address of the audience's page as it was given, or null if it is none. */
function readableAudienceAddress(text: string): string | null {
  return parseAudienceAddress(text) && text
}

/** Returns the seconds that a slide is shown, or null if the text is not a number of them. */
function parseSeconds(text: string): number | null {
  const seconds = /^\d{1,4}(?:[.,]\d{1,3})?$/.test(text) ? Number(text.replace(',', '.')) : 0
  return seconds >= 1 && seconds <= 3600 ? seconds : null
}

/** Returns a number of jobs, or null if the text is none. */
function parseCount(text: string): number | null {
  return /^[1-9]\d{0,6}$/.test(text) ? Number(text) : null
}

/** Returns the port, or null if the text is not a port number. */
function parsePort(text: string): number | null {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0
  return port >= 1 && port <= 65_535 ? port : null
}
