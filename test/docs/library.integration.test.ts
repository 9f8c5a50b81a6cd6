import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { childEnvironment } from '../support/child-environment.ts'
import { root } from './check-types.ts'

const page = readFileSync(join(root, 'docs/library.md'), 'utf8')

/** The examples, each by the heading above it and its number. */
const examples = page
  .split(/^## /m)
  .slice(1)
  .flatMap((section) =>
    [...section.matchAll(/```js\n([\s\S]*?)```/g)].map(
      ([, code], i) => [`${section.split('\n')[0]} ${i + 1}`, code!] as const,
    ),
  )

const deck = {
  lang: 'kk',
  langs: ['kk', 'ru'],
  content: [{ title: 'Бірінші' }, { title: 'Екінші', text: 'Мәтін,,', img_path: '/no.png' }],
}

describe('the examples of docs/library.md', () => {
  let cwd: string
  const outputs = new Map<string, string>()

  beforeAll(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'korme-docs-'))
    await mkdir(join(cwd, 'decks'))
    await mkdir(join(cwd, 'static'))
    await mkdir(join(cwd, 'node_modules'))
    await symlink(root, join(cwd, 'node_modules/korme'), 'dir')
    await writeFile(join(cwd, 'decks/my-talk.json'), JSON.stringify(deck))
  })

  afterAll(() => rm(cwd, { recursive: true, force: true }))

  test.each(examples)('%s', async (name, code) => {
    const file = join(cwd, 'example.mjs')
    await writeFile(file, code)
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [file], { cwd, env: childEnvironment() })
    expect(stderr).toBe('')
    expect(stdout).not.toBe('')
    outputs.set(name, stdout)
  })

  test('print and write what the page says', async () => {
    expect(outputs.get('Check a deck 1')).toContain('[image-file-missing]')
    expect(JSON.parse(outputs.get('Check a deck 2')!)).toMatchObject({ version: 1, files: [{ slides: 2 }] })
    expect((await readdir(join(cwd, 'public'))).sort()).toEqual(['my-talk.kk.html', 'my-talk.ru.html'])
    expect((await readdir(join(cwd, 'paper'))).sort()).toEqual([
      'my-talk.html',
      'my-talk.lines.handout.pdf',
      'my-talk.notes.pdf',
    ])
    expect(outputs.get('Serve decks 1')).toMatch(/my-talk\.json true [1-9]\nhttp:\S+\/my-talk\/ 200\n/)
    expect(outputs.get('Errors 1')).toMatch(/^2 /)
  })
})
