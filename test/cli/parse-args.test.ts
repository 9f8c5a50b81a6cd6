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

test.each([
  ['pdf', '--range', '5-2', { code: 'range-unreadable', value: '5-2' }],
  ['serve', '--port', '65536', { code: 'port-unreadable', value: '65536' }],
  ['present', '--port', '80a', { code: 'port-unreadable', value: '80a' }],
  ['serve', '--lang', 'all', { code: 'flag-value-unknown', flag: '--lang', value: 'all', known: ['kk', 'ru', 'en'] }],
  ['serve', '--lang', '', { code: 'flag-value-missing', flag: '--lang', value: 'kk|ru|en' }],
  ['pdf', '--lang', 'de', { code: 'flag-value-unknown', value: 'de', known: ['kk', 'ru', 'en', 'all'] }],
] as const)('%s refuses %s %s', (name, flag, value, fault) => {
  expect(() => read(commands[name], flag, value)).toThrow(
    expect.objectContaining({ exitCode: 2, fault: expect.objectContaining(fault) }),
  )
})

describe.each(all)('$name', (command) => {
  const choices = commandFlags(command).flatMap(([name, spec]) => ('choices' in spec ? [{ name, ...spec }] : []))

  test.each(choices)('accepts every value that its help offers for --$name', ({ name, choices }) => {
    for (const value of choices) expect(read(command, `--${name}`, String(value))).toEqual({ [name]: value })
  })
})
