import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { editor as kkEditor } from '../../src/languages/kk/editor.ts'
import { page as kkPage } from '../../src/languages/kk/page.ts'
import { startEdit as kkStart } from '../../src/languages/kk/start-edit.ts'
import { editor as ruEditor } from '../../src/languages/ru/editor.ts'
import { page as ruPage } from '../../src/languages/ru/page.ts'
import { startEdit as ruStart } from '../../src/languages/ru/start-edit.ts'
import { bin, type RunResult, runKorme } from '../cli/run-korme.ts'
import { childEnvironment } from '../support/child-environment.ts'
import { root } from './check-types.ts'

/** What people do with a deck, page by page: the readme of a language, its first deck, and the words of slides. */
const pages = [
  { lang: 'kk', name: 'bayandama', report: 'esep', several: 'baiqau', words: kkPage, buttons: [kkStart, kkEditor] },
  { lang: 'ru', name: 'doklad', report: 'otchet', several: 'konkurs', words: ruPage, buttons: [ruStart, ruEditor] },
] as const

/** The lines of the shell in a page. */
const linesOf = (text: string) =>
  [...text.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, lines]) => lines!.trim().split('\n'))

describe.each(pages)('the readme in $lang', ({ lang, name, report, several, words, buttons }) => {
  let text: string
  let cwd: string
  let env: Record<string, string>
  const results = new Map<string, RunResult>()

  beforeAll(async () => {
    text = await readFile(join(root, `README.${lang}.md`), 'utf8')
    cwd = await mkdtemp(join(tmpdir(), 'korme-staff-'))
    // In place of the browser that --open opens.
    const programs = join(cwd, 'programs')
    await mkdir(programs)
    for (const program of ['xdg-open', 'open']) {
      await writeFile(join(programs, program), '#!/bin/sh\nexit 0\n')
      await chmod(join(programs, program), 0o755)
    }
    env = { KORME_LANG: lang, PATH: `${programs}${delimiter}${process.env.PATH}` }
  })

  afterAll(() => rm(cwd, { recursive: true, force: true }))

  const shellLines = () => linesOf(text)
  /** Those of the readme in Kazakh, which are run there, with the names of this one. */
  const linesInKazakh = async () =>
    linesOf(await readFile(join(root, 'README.kk.md'), 'utf8')).map((line) =>
      line.replace(pages[0].name, name).replace(pages[0].report, report).replace(pages[0].several, several),
    )
  const examples = () => [...text.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json]) => json!)

  test('every command works in a fresh folder, one after the other', async () => {
    expect(shellLines().length).toBeGreaterThan(12)
    const others = lang === 'kk' ? new Set() : new Set(await linesInKazakh())
    for (const line of shellLines()) {
      if (others.has(line) && !line.includes(' new ')) continue
      expect(line).toMatch(/^npx korme /)
      const args = line.split(' ').slice(2)
      const result = /^(?:edit|serve|present)$/.test(args[0]!)
        ? await runUntilReady(cwd, args, env)
        : await runKorme(cwd, args, env, 'staff')
      expect([line, result.code, result.stderr.replace(/^.*(?:\(\d из \d\)|\(\d\/\d\)|браузер).*\n/gimu, '')]).toEqual([
        line,
        0,
        expect.not.stringContaining('Error'),
      ])
      results.set(line, result)
      // What the page tells to do next: to write the deck, with a picture.
      if (args[0] === 'new' && args[1] === name) {
        await writeFile(join(cwd, `decks/${name}.json`), examples()[0]!)
        await cp(join(root, 'static/img/dala.jpg'), join(cwd, 'static/img/dala.jpg'))
      }
    }
  })

  test.runIf(lang === 'kk')('they leave behind what the page says', async () => {
    expect(await readdir(join(cwd, 'decks'))).toEqual([name, report, several].map((deck) => `${deck}.json`).sort())
    const made = await readdir(join(cwd, 'dist'))
    const kinds = ['html', 'pdf', 'notes.pdf', 'handout.pdf', 'lines.handout.pdf']
    expect(made).toEqual(expect.arrayContaining(kinds.map((kind) => `${name}.${kind}`)))
    expect(made).toContain(`${several}.with-${lang === 'kk' ? 'ru' : 'kk'}.handout.pdf`)
    const served = results.get('npx korme serve --open')!.stdout
    expect(served).toContain('http://127.0.0.1:')
    expect(results.get('npx korme check')!.stdout).toContain({ kk: 'бәрі дұрыс', ru: 'замечаний нет' }[lang])
  })

  test('its decks and the examples of its table have no problems', async () => {
    const folder = join(cwd, 'examples')
    await mkdir(join(folder, 'static/img'), { recursive: true })
    await mkdir(join(folder, 'static/video'))
    await cp(join(root, 'static/img/dala.jpg'), join(folder, 'static/img/dala.jpg'))
    const cells = [...text.matchAll(/^\| [^`|]+ \| (.*"[a-z]+": .*) \|$/gm)].map(([, cell]) => cell!)
    const snippets = cells.flatMap((cell) => [...cell.matchAll(/`("[a-z]+": [^`]*)`/g)].map(([, json]) => json!))
    expect(snippets.length).toBe(11)
    // A video would have to be there.
    const slides = snippets
      .filter((json) => !/"(?:video|theme)"/.test(json))
      .map((json) => JSON.parse(`{ "title": "A", ${json} }`))
    const decks = [...examples(), JSON.stringify({ name: 'A', lang, content: slides })]
    for (const [i, deck] of decks.entries()) await writeFile(join(folder, `${i}.json`), deck)
    const files = decks.map((_, i) => `${i}.json`)
    const { code, stdout } = await runKorme(folder, ['check', '--json', '--lang', 'all', ...files], env)
    const found = JSON.parse(stdout).files.flatMap(({ findings }: { findings: { code: string }[] }) => findings)
    expect([code, found]).toEqual([0, []])
  })

  test('its messages are those of the program', async () => {
    const folder = join(cwd, 'mistakes')
    await cp(join(root, 'test/fixtures/staff', lang), join(folder, 'decks'), { recursive: true })
    await mkdir(join(folder, 'static/img'), { recursive: true })
    await cp(join(root, 'static/img/dala.jpg'), join(folder, 'static/img/dala.jpg'))
    const { stdout } = await runKorme(folder, ['check', '--json', '--lang', 'all'], env)
    const [, shown] = /`(decks\/[^`]+ \[[a-z-]+\])`/.exec(text)!
    expect((await runKorme(folder, ['check'], env)).stdout).toContain(`${shown}\n`)
    const found = new Map<string, string>()
    for (const { findings } of JSON.parse(stdout).files) {
      for (const { code, message } of findings) if (!found.has(code)) found.set(code, message)
    }
    const row = /^\| `([a-z-]+)` \|[^|]*\| (.*) \|$/gm
    const codes = [...text.matchAll(row)].map(([, code]) => code!)
    expect(codes.length).toBeGreaterThan(20)
    expect(codes.filter((code) => !found.has(code))).toEqual([])
    const renewed = text.replace(row, (_, code, todo) => `| \`${code}\` | ${plain(found.get(code)!)} | ${todo} |`)
    await expect(renewed).toMatchFileSnapshot(join(root, `README.${lang}.md`))
  })

  test('its keys do what the list of keys on the slides says', () => {
    const keys = [...text.matchAll(/^\| (?:`[^`a-z]+`|`Space`| )+ \| (.*) \|$/gm)].map(([, label]) => label!)
    expect(keys).toHaveLength(8)
    const labels: string[] = Object.values(words.help.keys)
    expect(keys.filter((label) => !labels.includes(label))).toEqual([])
  })

  test('its buttons have the names that the editor shows', () => {
    const section = text.split(/^## /m).find((one) => one.includes('npx korme edit\n'))
    const bold = [...section!.replace(/`[^`]*`/g, '').matchAll(/\*\*([^*]+)\*\*/g)].map(([, name]) => name!)
    const named = bold.filter((name) => !/^\d/.test(name))
    expect(named.length).toBeGreaterThan(10)
    expect(named.filter((name) => !JSON.stringify(buttons).includes(JSON.stringify(name)))).toEqual([])
  })
})

/** Escapes what a table of Markdown would read as mark-up. */
const plain = (message: string) => message.replace(/[|*<]/g, '\\$&')

/** Runs a command that serves until Ctrl-C, and presses it. */
async function runUntilReady(cwd: string, args: readonly string[], env: Record<string, string>): Promise<RunResult> {
  const child = spawn(process.execPath, [bin, ...args], { cwd, env: childEnvironment(env) })
  const printed = { stdout: '', stderr: '' }
  let ended = false
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (part: string) => {
      printed[stream] += part
      if (!ended && printed.stdout.includes('Ctrl-C')) ended = child.kill('SIGINT')
    })
  }
  const [code] = await once(child, 'close')
  return { code, ...printed }
}
