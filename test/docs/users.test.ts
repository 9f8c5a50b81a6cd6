import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commands, isCommand } from '../../src/cli/commands.ts'
import { checkArgs, parseCommandLine, readFlags } from '../../src/cli/parse-args.ts'
import { keyBindings } from '../../src/client/show/key-bindings.ts'
import { page as pageWords, severalLanguages } from '../../src/languages/en/page.ts'
import { commandNames } from '../../src/model/command.ts'
import { cacheFolder } from '../../src/system/cache-folder.ts'
import { folder, runKorme } from '../cli/run-korme.ts'
import { root } from './check-types.ts'

const docs = readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)
const textOf = (page: string) => readFileSync(join(root, page), 'utf8')
const readme = textOf('README.md')

/** The command lines of a text: of its shell examples, and in backquotes. */
function commandLinesIn(text: string): string[] {
  const shell = [...text.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, lines]) => lines!.split('\n'))
  const inline = [...text.matchAll(/`([^`\n]+)`/g)].map(([, words]) => words!)
  return [...shell, ...inline].filter((line) => /^npx korme\b/.test(line)).map((line) => line.replace(/\s+#.*$/, ''))
}

/** Checks a command line as the program does. Errors: those that a user would see. */
function checkCommandLine(text: string): void {
  const line = parseCommandLine(text.split(/\s+/).slice(2))
  const name = line.command ?? ''
  if (!isCommand(name)) throw new Error(`There is no command "${name}"`)
  readFlags(commands[name], line)
  checkArgs(commands[name], line)
}

describe('commands', () => {
  const lines = ['README.md', 'README.kk.md', 'README.ru.md', 'CONTRIBUTING.md', ...docs].flatMap((page) =>
    commandLinesIn(textOf(page)),
  )

  test.each([...new Set(lines)])('%s is accepted', checkCommandLine)

  test.each(['npx korme biuld', 'npx korme build --pfd', 'npx korme new'])('%s is not', (line) => {
    expect(() => checkCommandLine(line)).toThrow()
  })

  test.each(['README.md', 'CONTRIBUTING.md'])('the npm scripts, scripts and tests that %s names exist', (page) => {
    const text = textOf(page)
    const { scripts } = JSON.parse(textOf('package.json'))
    const named = [...text.matchAll(/npm run ([\w:]+)|npm (test|start)|`(verify:\w+)`/g)]
    const paths = [...text.matchAll(/\bnode (\S+\.mjs)|npx vitest run ([\w./ -]*?)(?= -|\s*[`#\n])/g)]
    expect(named.map((match) => match.slice(1).find(Boolean)!).filter((name) => !Object.hasOwn(scripts, name))).toEqual(
      [],
    )
    const files = paths.flatMap(([, script, tests]) => script ?? tests!.split(' '))
    expect(files.filter((path) => !existsSync(join(root, path)))).toEqual([])
    expect(named.length + files.length).toBeGreaterThan(1)
  })

  test('README.md has them all, each with flags that it accepts', () => {
    for (const name of commandNames) expect(readme).toMatch(RegExp(`npx korme ${name}\\b`))
    for (const [, name, text] of readme.matchAll(/^\| `npx korme (\w+)[^|]*\| (.*) \|$/gm)) {
      for (const [flag] of text!.matchAll(/--[\w-]+(?: [\w,]+(?=`))?/g)) checkCommandLine(`npx korme ${name} ${flag}`)
    }
  })
})

test('the deck of README.md builds without findings, from where it says that it is', async () => {
  const [, deck = ''] = /```json\n([\s\S]*?)```/.exec(readme) ?? []
  const cwd = await folder()
  expect(await runKorme(cwd, ['new', 'koktem'])).toMatchObject({ code: 0 })
  const sample = JSON.parse(await readFile(join(cwd, 'decks/koktem.json'), 'utf8'))
  expect(sample.content).toHaveLength(3)
  await writeFile(join(cwd, 'decks/koktem.json'), deck)
  await mkdir(join(cwd, 'static/img'), { recursive: true })
  await cp(join(root, 'static/img/dala.jpg'), join(cwd, 'static/img/dala.jpg'))
  expect(await runKorme(cwd, ['build', '--strict'])).toMatchObject({ code: 0 })
  expect(await readdir(join(cwd, 'dist'))).toEqual(['koktem.html'])
})

test('README.md is short: one screen to the first slide, two in all', () => {
  const lines = readme.split('\n')
  expect(lines.indexOf('npx korme edit')).toBeLessThan(40)
  expect(lines.length).toBeLessThan(115)
})

test('docs/presenting.md lists all keys in the words of the page', () => {
  const page = textOf('docs/presenting.md')
  const labels: Record<string, string> = { ...pageWords.help.keys, ...severalLanguages }
  for (const command of Object.keys(keyBindings)) expect(page).toContain(labels[command])
})

test('docs/themes.md lists the themes that ship', () => {
  const themes = readdirSync(join(root, 'themes'), { withFileTypes: true }).filter((one) => one.isDirectory())
  const listed = [...textOf('docs/themes.md').matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name)
  expect(listed.sort()).toEqual(themes.map(({ name }) => name).sort())
})

test('docs/repairs.md names the folders of the cache', () => {
  const page = textOf('docs/repairs.md')
  expect(page).toContain(`\`${cacheFolder({}, 'linux', '~')}\``)
  expect(page).toContain(`\`${cacheFolder({}, 'darwin', '~')}\``)
})
