import { describe, expect, test } from 'vitest'
import { type Job, jobKey } from '../../src/jobs/job.ts'
import { readJob } from '../../src/jobs/read-job.ts'
import { parseRange } from '../../src/model/slide-range.ts'

const input = { path: 'talks/decks/a.json', sha256: 'a'.repeat(64), bytes: 10 }
const plain: Omit<Job, 'key'> = {
  v: 1,
  deck: 'talks/decks/a.json',
  kind: 'pdf',
  lang: null,
  options: {
    build: { notes: true },
    documents: [
      { kind: 'html', options: { notes: true } },
      { kind: 'pdf', options: { notes: false } },
    ],
    program: '1.0.0 0123',
    browser: 'Chrome/143',
    root: 'talks',
  },
  inputs: [input],
  output: 'talks/dist/a.pdf',
}

/** A job with some parts replaced, and with the key that fits. */
const job = (parts: object = {}, options: object = {}): unknown => {
  const whole = { ...plain, ...parts, options: { ...plain.options, ...options } }
  return JSON.parse(JSON.stringify({ ...whole, key: jobKey(whole as Job) }))
}

test.each([
  ['as the command line writes it', {}, {}],
  ['in all languages', { lang: 'all' }, {}],
  ['in two', { lang: ['kk', 'ru'] }, {}],
  ['of a project that is the store itself', { deck: 'a.json', inputs: [{ ...input, path: 'a.json' }] }, { root: '' }],
  [
    'of some slides',
    { output: 'talks/dist/a.2-5,9.pdf' },
    { documents: [{ kind: 'pdf', options: { notes: false, range: parseRange('2-5,9') } }] },
  ],
  [
    'of a handout with everything',
    { kind: 'handout', output: 'talks/dist/a.with-ru.notes.lines.handout.pdf' },
    {
      documents: [
        {
          kind: 'handout',
          options: {
            bilingual: 'ru',
            duplex: true,
            header: false,
            lines: true,
            notes: true,
            paper: 'a5',
            perPage: 3,
            printMode: 'full',
          },
        },
      ],
    },
  ],
])('a job %s is taken', (_, parts, options) => {
  expect(readJob(job(parts, options))).not.toBeNull()
})

describe('a job that Korme would not write is refused', () => {
  test.each([
    ['null', null],
    ['a text', 'job'],
    ['a list', []],
    ['an empty one', {}],
    ['another version', job({ v: 2 })],
    ['a key that does not fit', { ...(job() as object), key: 'f'.repeat(64) }],
    ['another field', job({ command: 'rm -rf /' })],
    ['another field within its options', job({}, { require: './evil.js' })],
    ['a field that is named like a prototype', JSON.parse(JSON.stringify(job()).replace('{', '{"__proto__":{"v":1},'))],
    ['another kind', job({ kind: 'exe' })],
    ['a kind of every object', job({ kind: 'constructor' })],
    ['a kind that was not asked for', job({ kind: 'handout', output: 'talks/dist/a.handout.pdf' })],
    ['the same kind twice', job({}, { documents: [plain.options.documents[1], plain.options.documents[1]] })],
    ['another language', job({ lang: 'de' })],
    ['an unknown option of a document', job({}, { documents: [{ kind: 'pdf', options: { out: '/etc' } }] })],
    ['an option of the pipeline that names a folder', job({}, { build: { root: '/' } })],
    [
      'a range that is no range',
      job({}, { documents: [{ kind: 'pdf', options: { range: [{ from: 1, to: 2, written: '../x' }] } }] }),
    ],
    ['a deck that is not among its inputs', job({ inputs: [] })],
    ['a deck outside of its project', job({}, { root: 'other' })],
    ['more inputs than a deck can have', job({ inputs: Array.from({ length: 20_001 }, () => input) })],
    ['a negative size', job({ inputs: [{ ...input, bytes: -1 }] })],
    ['a hash that is none', job({ inputs: [{ ...input, sha256: '../../etc/passwd' }] })],
    ['an output of another kind', job({ output: 'talks/dist/a.html' })],
    ['an output in the place of its deck', job({ output: 'talks/decks/a.json' })],
    ['an output in the folder of Korme', job({ output: '.korme-jobs/a.pdf' })],
    ['an output there, in capitals', job({ output: '.KORME-Jobs/a.pdf' })],
    ['an output there, with points that Windows drops', job({ output: '.korme-jobs. ./a.pdf' })],
    ['the version as a text', job({ v: '1' })],
    ['sizes beyond all numbers', job({ inputs: [{ ...input, bytes: 1e308 }] })],
    ['a size as a text', job({ inputs: [{ ...input, bytes: '38' }] })],
    ['inputs that only look like a list', job({ inputs: { length: 1e9 } })],
    ['languages that only look like a list', job({ lang: { length: 2, 0: 'kk', 1: 'ru' } })],
    ['an input that is a list', job({ inputs: [['a', 'b']] })],
    ['a name that is an object', job({ deck: { toString: 'talks/decks/a.json' } })],
    ['a description of many megabytes', job({}, { program: 'x'.repeat(9_000_000) })],
  ])('%s', (_, value) => {
    expect(readJob(value)).toBeNull()
  })

  test.each([
    '/etc/passwd',
    '../a.json',
    'talks/../../a.json',
    'talks/./a.json',
    'talks//a.json',
    'talks/',
    'C:/a.json',
    'talks\\a.json',
    '\\\\host\\share\\a.json',
    'talks/a\0.json',
    '.korme-jobs/a.json',
    `talks/${'x'.repeat(2000)}.json`,
  ])('the name %j', (path) => {
    expect(readJob(job({ inputs: [input, { ...input, path }] }))).toBeNull()
    expect(readJob(job({ deck: path, inputs: [{ ...input, path }] }, { root: '' }))).toBeNull()
    expect(readJob(job({ output: `${path}/a.pdf` }))).toBeNull()
  })
})
