import { expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import type { Terminal } from '../../src/cli/terminal.ts'
import { noColor } from '../../src/report/colors.ts'
import { folder, soundDeck } from './run-korme.ts'

/** Runs a command line that ends with a bug: its terminal cannot tell its width. Returns what it printed. */
async function crash(...argv: string[]) {
  const printed = { out: '', err: '' }
  const terminal: Terminal = {
    out: (text) => {
      printed.out += text
    },
    err: (text) => {
      printed.err += text
    },
    live: false,
    progress: () => {},
    paint: noColor,
    paintErr: noColor,
    get width(): number {
      throw new TypeError('no width\nin two lines')
    },
    env: { KORME_LANG: 'en' },
  }
  const root = await folder({ 'decks/a.json': soundDeck })
  await expect(main([...argv, '--root', root], terminal)).rejects.toThrow('no width')
  return printed
}

test.each(['check', 'build'])('%s: a bug that no deck causes is said, and rethrown for its stack', async (command) => {
  expect(await crash(command)).toEqual({ out: '', err: expect.stringContaining('This is a bug in Korme') })
})

test.each(['check', 'build'])('%s --json: a bug is an object, too', async (command) => {
  const { out, err } = await crash(command, '--json')
  expect(JSON.parse(out)).toEqual({
    version: 1,
    files: [],
    errors: [{ code: 'program-crashed', message: 'A bug in Korme ended this run: no width', exitCode: 70 }],
  })
  expect(err).toContain('This is a bug in Korme')
})
