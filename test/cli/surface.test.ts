/**
 * What scripts that call the command line hold on to. A snapshot that changes here breaks somebody's script: add to it,
 * but rename and remove nothing.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type CliCommand, commandFlags } from '../../src/cli/command.ts'
import { commands } from '../../src/cli/commands.ts'
import type { FlagName, FlagSpec } from '../../src/model/flags.ts'
import { brokenDeck, cutDeck, folder, runKorme, soundDeck } from './run-korme.ts'

const root = join(import.meta.dirname, '../..')
const expectLines = (lines: readonly string[], name: string) =>
  expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(join(root, 'test/fixtures/surface', name))

/** A flag with what it takes: `--lang kk|ru|en`, `-o, --out folder`. */
function flagLine(name: FlagName, spec: FlagSpec): string {
  const value =
    'choices' in spec
      ? spec.choices.join('|')
      : 'placeholder' in spec
        ? spec.placeholder
        : 'parse' in spec
          ? 'text'
          : ''
  return `  ${spec.short ? `-${spec.short}, ` : ''}--${name} ${value}`.trimEnd()
}

test('commands and flags keep their names and values', () =>
  expectLines(
    Object.values<CliCommand>(commands).flatMap((command) => [
      `${command.name} ${command.argumentKind}`,
      ...commandFlags(command).map(([name, spec]) => flagLine(name, spec)),
    ]),
    'commands.txt',
  ))

test('environment variables keep their names', () => {
  const variable = /\benv\.([A-Z][A-Z_]+)|\benv\['([^']+)'\]|'(PUPPETEER_EXECUTABLE_PATH|CHROME_PATH|KORME_\w+)'/g
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !/^client\b/.test(name))
    .map((name) => readFileSync(join(root, 'src', name), 'utf8'))
  const names = sources.flatMap((text) => [...text.matchAll(variable)].map(([, a, b, c]) => a ?? b ?? c!))
  return expectLines([...new Set(names)].sort(), 'environment.txt')
})

describe('exit codes', () => {
  test.each([
    [0, 'done', ['check', 'sound.json']],
    [0, 'warnings', ['check', 'broken.json']],
    [1, 'a deck has errors', ['check', 'cut.json']],
    [1, 'warnings with --strict', ['check', '--strict', 'broken.json']],
    [2, 'wrong usage', ['check', '--nonsense']],
    [3, 'something is missing', ['doctor', '--browser', 'nowhere']],
  ])('%i: %s', async (code, _, args) => {
    const cwd = await folder({ 'sound.json': soundDeck, 'broken.json': brokenDeck, 'cut.json': cutDeck })
    expect((await runKorme(cwd, args)).code).toBe(code)
  })
})

test('--json keeps its keys', async () => {
  const cwd = await folder({
    'static/.keep': '',
    'decks/two.json': '{ "langs": ["kk", "ru"], "event": { "kk": "Ән" }, "content": [{ "title": { "kk": "Ән" } }] }',
    'decks/deck.json': brokenDeck.replace('"lang": "en"', '"lang": "en", "theme": "own"'),
    'themes/own/theme.json': '{ "extends": "official", "colours": {} }',
  })
  const { stdout } = await runKorme(cwd, ['check', '--json'])
  const keys = new Set<string>()
  const walk = (value: unknown, path: string) => {
    if (Array.isArray(value)) for (const one of value) walk(one, `${path}[]`)
    else if (value !== null && typeof value === 'object') {
      for (const [key, inner] of Object.entries(value)) walk(inner, `${path}.${key}`)
    } else keys.add(`${path.slice(1)}: ${value === null ? 'null' : typeof value}`)
  }
  walk(JSON.parse(stdout), '')
  await expectLines([...keys].sort(), 'json-report.txt')
})
