import { posix } from 'node:path'
import type { DocumentRequest } from '../documents/document-request.ts'
import { paperNames, perPageChoices, printModes } from '../model/handout.ts'
import { langs } from '../model/lang.ts'
import { parseRange, type SlideRange } from '../model/slide-range.ts'
import { type Job, type JobInput, jobKey, jobVersion, outputOf, requestOf } from './job.ts'
import { isStoreName, ownFolder } from './store.ts'

/** The most files of one deck, and the longest description of a job. */
export const jobLimits = { inputs: 20_000, jsonLength: 8_000_000 }

/** Whether a value of a job is what it should be. */
type Check = (value: unknown) => boolean

/**
 * Reads a job that anybody may have written. Returns null unless every part of it is one that Korme itself could have written:
 * names that stay in the store, known options, a key that fits.
 *
 * Shape: the job has no other fields than its own.
 */
export function readJob(value: unknown): Job | null {
  if (!isRecord(value) || !matches(value, jobShape)) return null
  const job = value as unknown as Job
  if (JSON.stringify(job).length > jobLimits.jsonLength) return null
  const request = requestOf(job)
  if (!request) return null
  const kinds = job.options.documents.map(({ kind }) => kind)
  const isWhole = new Set(kinds).size === kinds.length && job.inputs.some(({ path }) => path === job.deck)
  const isInProject = job.options.root === '' || job.deck.startsWith(`${job.options.root}/`)
  const isItsOutput = job.output === outputOf(posix.dirname(job.output), job.deck, request)
  return isWhole && isInProject && isItsOutput && job.key === jobKey(job) ? job : null
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

/** Whether a record has just these fields, as they should be. A check accepts undefined if the field may be absent. */
const matches = (value: unknown, shape: Readonly<Record<string, Check>>): boolean =>
  isRecord(value) &&
  Object.keys(value).every((key) => Object.hasOwn(shape, key)) &&
  Object.entries(shape).every(([key, check]) => check(value[key]))

const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value)
const oneOf =
  (values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value)
const listOf =
  (check: Check, most: number): Check =>
  (value) =>
    Array.isArray(value) && value.length <= most && value.every(check)
const isFlag: Check = (value) => typeof value === 'boolean'
const isText: Check = (value) => typeof value === 'string' && value.length <= 200
const isHash: Check = (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
const isSize: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0
const isName: Check = (value) =>
  typeof value === 'string' && isStoreName(value) && !isOwnFolder(value.split('/', 1)[0]!)
/** Some systems ignore case, and points and spaces at the end. */
const isOwnFolder = (part: string): boolean => {
  const name = part.normalize('NFKC').toLowerCase()
  return name.startsWith(ownFolder) && name.slice(ownFolder.length).replace(/[. ]/g, '') === ''
}
const isLang = oneOf(langs)
/** Only what the command line itself makes of the range that it was given. */
const isRange: Check = (value) => {
  if (!listOf(isRecord, 1000)(value)) return false
  const range = value as SlideRange
  const written = range.map((part) => part.written).join(',')
  return JSON.stringify(parseRange(written)) === JSON.stringify(range)
}

const optionsOf: { readonly [Kind in DocumentRequest['kind']]: Readonly<Record<string, Check>> } = {
  html: {
    notes: optional(isFlag),
    printMode: optional(oneOf(printModes)),
    loop: optional((value) => typeof value === 'number' && value >= 1 && value <= 3600),
  },
  pdf: { notes: optional(isFlag), range: optional(isRange) },
  handout: {
    bilingual: optional(isLang),
    duplex: optional(isFlag),
    footer: optional(isFlag),
    header: optional(isFlag),
    lines: optional(isFlag),
    notes: optional(isFlag),
    paper: optional(oneOf(paperNames)),
    perPage: optional(oneOf(perPageChoices)),
    printMode: optional(oneOf(printModes)),
    range: optional(isRange),
    script: optional(oneOf(['latn'])),
  },
}

const isRequest: Check = (value) => {
  if (!isRecord(value) || typeof value.kind !== 'string' || !Object.hasOwn(optionsOf, value.kind)) return false
  const options = optionsOf[value.kind as DocumentRequest['kind']]
  return matches(value, { kind: () => true, options: (one) => matches(one, options) })
}

const inputShape = { path: isName, sha256: isHash, bytes: isSize } satisfies Record<keyof JobInput, Check>

const buildShape: Readonly<Record<string, Check>> = {
  aspect: optional(oneOf(['16:9', '4:3'])),
  notes: optional(isFlag),
  script: optional(oneOf(['latn'])),
  strict: optional(isFlag),
  strictFit: optional(isFlag),
  theme: optional(isText),
}

const jobShape = {
  v: oneOf([jobVersion]),
  key: isHash,
  deck: isName,
  kind: oneOf(Object.keys(optionsOf)),
  lang: (value) => value === null || value === 'all' || isLang(value) || listOf(isLang, langs.length)(value),
  options: (value) =>
    matches(value, {
      build: (build) => matches(build, buildShape),
      documents: listOf(isRequest, Object.keys(optionsOf).length),
      root: (root) => root === '' || isName(root),
      program: isText,
      browser: (browser) => browser === null || isText(browser),
    }),
  inputs: listOf((input) => matches(input, inputShape), jobLimits.inputs),
  output: isName,
} satisfies Record<keyof Job, Check>
