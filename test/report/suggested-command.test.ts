import { expect, test } from 'vitest'
import { commandFlags } from '../../src/cli/command.ts'
import { commands } from '../../src/cli/commands.ts'
import { parseCommandLine, readFlags } from '../../src/cli/parse-args.ts'
import type { FlagName, Flags } from '../../src/model/flags.ts'
import { commandLine, flagsAfter, keepsFlag, type SuggestedCommand } from '../../src/report/suggested-command.ts'

const call: Flags = {
  lang: ['kk', 'ru'],
  script: 'latn',
  theme: 'my theme',
  aspect: '4:3',
  root: 'my talks',
  messages: 'ru',
  out: 'public',
  ink: 'full',
  strict: true,
  'strict-fit': true,
  browser: '/opt/Chrome',
  'no-sandbox': true,
  port: 8080,
  host: true,
  loop: 10,
}

/** Flags that a suggested command could take, and does not: what a run prints, and what else it makes. */
const left: Record<SuggestedCommand, readonly FlagName[]> = {
  build: ['pdf', 'handout', 'no-notes', 'jobs', 'store', 'max-waiting', 'quiet', 'json', 'help'],
  check: ['fix', 'quiet', 'json', 'help'],
  serve: ['open', 'edit', 'quiet', 'help'],
  present: ['host', 'network', 'open', 'resume', 'quiet', 'help'],
  new: ['lang', 'sample', 'help'],
  help: ['version', 'help'],
}

test.each(Object.keys(left) as SuggestedCommand[])('%s takes over each flag or leaves it out on purpose', (name) => {
  for (const [flag] of commandFlags(commands[name])) {
    expect([flag, keepsFlag(name, flag)]).toEqual([flag, !left[name].includes(flag)])
  }
})

test.each(Object.keys(left) as SuggestedCommand[])(
  '%s is accepted as it is suggested, with the values of the call',
  (name) => {
    const text = commandLine(name, [], call)
    const words = [...text.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word)
    const read = readFlags(commands[name], parseCommandLine(words.slice(2)))
    const kept = Object.fromEntries(Object.entries(call).filter(([flag]) => keepsFlag(name, flag as FlagName)))
    expect(read).toEqual(kept)
  },
)

test('flags of a call that has none are no words', () => {
  expect(commandLine('check', ['a.json'], {})).toBe('npx korme check a.json')
  expect(flagsAfter('new', { lang: 'kk' })).toBe('')
  expect(flagsAfter('new', { root: 'a b', messages: 'kk' })).toBe(' --root "a b" --messages kk')
})
