import { describe, expect, test } from 'vitest'
import { type CliCommand, commandFlags } from '../../src/cli/command.ts'
import { commands } from '../../src/cli/commands.ts'
import { parseCommandLine, readFlags } from '../../src/cli/parse-args.ts'

const read = (command: CliCommand, ...argv: string[]) => readFlags(command, parseCommandLine([command.name, ...argv]))
const all = Object.values<CliCommand>(commands)

test('flags come as the values of their records', () => {
  expect(read(commands.handout, '--per-page', '3', '--range=2-5', '-o', 'x', '--notes', '--lang', 'all')).toEqual({
    'per-page': 3,
    range: [{ from: 2, to: 5, written: '2-5' }],
    out: 'x',
    notes: true,
    lang: 'all',
  })
  expect(read(commands.serve, '--port', '8080')).toEqual({ port: 8080 })
})

test('a flag after one whose value was forgotten is read as one, also for the language of the error', () => {
  const { args, flags } = parseCommandLine([
    'build',
    '--jobs',
    '--messages',
    'ru',
    'decks/a.json',
    '--',
    '--out',
    '--json',
  ])
  expect(args).toEqual(['decks/a.json', '--out', '--json'])
  expect(flags.map(({ name, value }) => [name, value])).toEqual([
    ['jobs', ''],
    ['messages', 'ru'],
  ])
})

test.each([
  ['pdf', '--range', '5-2', { code: 'range-unreadable', value: '5-2' }],
  ['serve', '--port', '65536', { code: 'port-unreadable', value: '65536' }],
  ['present', '--port', '80a', { code: 'port-unreadable', value: '80a' }],
  ['serve', '--lang', '', { code: 'flag-value-missing', flag: '--lang', value: 'kk|ru|en|all|kk,ru' }],
  ['worker', '--store', '--messages', { code: 'flag-value-missing', flag: '--store', value: '/srv/talks' }],
  ['pdf', '--lang', 'de', { code: 'flag-value-unknown', known: ['kk', 'ru', 'en', 'all'], several: 'kk,ru' }],
  ['build', '--lang', 'kk,de', { code: 'flag-value-unknown', value: 'kk,de', several: 'kk,ru' }],
  ['build', '--lang', 'kk,all', { code: 'flag-value-unknown', value: 'kk,all' }],
  ['new', '--lang', 'kk,ru', { code: 'flag-value-unknown', several: null }],
  ['handout', '--bilingual', 'kk,ru', { code: 'flag-value-unknown', several: null }],
  ['build', '--lang', 'kk,kk', { code: 'flag-value-repeated', repeated: 'kk', distinct: 'kk' }],
  ['serve', '--lang', 'ru,kk,ru', { code: 'flag-value-repeated', repeated: 'ru', distinct: 'ru,kk' }],
  ['build', '--lang', 'kk-Latn', { code: 'lang-with-script', flag: '--lang', value: 'kk-Latn' }],
  ['present', '--lang', 'ru,kk-latn', { code: 'lang-with-script', value: 'ru,kk-latn' }],
  ['check', '--lang', 'latn', { code: 'lang-with-script' }],
  ['handout', '--bilingual', 'kk_Latin', { code: 'lang-with-script', flag: '--bilingual' }],
  ['new', '--lang', 'kk-Latn', { code: 'flag-value-unknown' }],
  ['build', '--messages', 'kk-Latn', { code: 'flag-value-unknown' }],
] as const)('%s refuses %s %s', (name, flag, value, fault) => {
  expect(() => read(commands[name], flag, value)).toThrow(
    expect.objectContaining({ exitCode: 2, fault: expect.objectContaining(fault) }),
  )
})

test.each(['build', 'check', 'pdf', 'handout', 'serve', 'edit', 'present'] as const)(
  '%s takes several languages',
  (name) => {
    expect(read(commands[name], '--lang', 'ru, kk')).toEqual({ lang: ['ru', 'kk'] })
    expect(read(commands[name], '--lang', 'all')).toEqual({ lang: 'all' })
  },
)

test.each([
  ['build', ['--messages', 'ru', '--nonsense'], { code: 'flag-unknown', flags: ' --messages ru' }],
  ['build', ['--nonsense'], { code: 'flag-unknown', flags: '' }],
] as const)('%s %j is told the flags that a suggested command takes over', (name, argv, fault) => {
  expect(() => read(commands[name], ...argv)).toThrow(
    expect.objectContaining({ fault: expect.objectContaining(fault) }),
  )
})

describe.each(all)('$name', (command) => {
  const choices = commandFlags(command).flatMap(([name, spec]) => ('choices' in spec ? [{ name, ...spec }] : []))

  test.each(choices)('accepts every value that its help offers for --$name', ({ name, choices }) => {
    for (const value of choices) expect(read(command, `--${name}`, String(value))).toEqual({ [name]: value })
  })
})
