import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeFolder, type Serving, startServing } from '../korme-serve.ts'
import { hashOf } from './editing-server.ts'

/** A deck whose slides have a long text, so that it takes a while to write. */
const largeDeck = JSON.stringify(
  {
    name: 'Large',
    lang: 'en',
    content: Array.from({ length: 40 }, (_, i) => ({ title: `Slide ${i}`, notes: 'word '.repeat(4_000) })),
  },
  null,
  2,
)

/** Sends an edit to a server of its own process. Resolves with null if it ended before it answered. */
async function edit({ address, printed }: Serving, base: string, title: string) {
  const token = /#edit=([\w-]+)/.exec(printed())?.[1]
  const response = await fetch(`${address}/decks/talk/edit`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, origin: address, 'content-type': 'application/json' },
    body: JSON.stringify({ base, ops: [{ op: 'set', path: ['content', 0, 'title'], value: title }] }),
  }).catch(() => null)
  const body = await response?.json().catch(() => null)
  return response && body ? { status: response.status, body: body as { hash: string; code?: string } } : null
}

test('a server that is killed while it saves leaves the old or the new file, and nothing else for long', async () => {
  const folder = await makeFolder({ 'decks/talk.json': largeDeck, 'static/img/.keep': '' })
  const path = join(folder.path, 'decks/talk.json')
  const titleOf = (text: string) => JSON.parse(text).content[0].title as string
  let saved = titleOf(largeDeck)
  let hash = hashOf(largeDeck)
  for (let round = 0; round < 5; round++) {
    const serving = await startServing(folder.path, ['--edit', '-q'])
    for (let n = 0; n < 2; n++) {
      const answer = await edit(serving, hash, `Round ${round}, edit ${n}`)
      expect(answer?.status).toBe(200)
      saved = `Round ${round}, edit ${n}`
      hash = answer?.body.hash ?? ''
    }
    // The next one is on its way when the server is killed, each time a little later.
    const sent = `Round ${round}, the last edit`
    const last = edit(serving, hash, sent)
    await wait(15 * round)
    await serving.end('SIGKILL')
    await last
    const text = await readFile(path, 'utf8')
    // Whole, and one of two: what was answered last, or what was being saved.
    expect([saved, sent]).toContain(titleOf(text))
    expect(text).toBe(largeDeck.replace('"Slide 0"', JSON.stringify(titleOf(text))))
    saved = titleOf(text)
    hash = hashOf(text)
  }
  const serving = await startServing(folder.path, ['--edit', '-q'])
  expect((await edit(serving, hash, 'The end'))?.status).toBe(200)
  for (const at of ['decks', 'copies', 'static/img']) {
    const left = (await readdir(join(folder.path, at))).filter((name) => name.endsWith('.tmp'))
    expect([at, left]).toEqual([at, []])
  }
  await serving.end()
  await folder.remove()
}, 60_000)

describe('a disk that is full', async () => {
  const disk = await mkdtemp(join(tmpdir(), 'korme-full-'))
  const run = promisify(execFile)
  const canMount = await run('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'none', disk]).then(
    () => true,
    () => false,
  )
  const deck = JSON.stringify({ name: 'Full', lang: 'en', content: [{ title: 'One', notes: 'x'.repeat(60_000) }] })
  let serving: Serving | null = null
  beforeAll(async () => {
    await mkdir(join(disk, 'decks'))
    await mkdir(join(disk, 'static/img'), { recursive: true })
    await writeFile(join(disk, 'decks/talk.json'), deck)
    if (canMount) serving = await startServing(disk, ['--edit', '-q'])
  })
  afterAll(async () => {
    await serving?.end()
    if (canMount) await run('umount', [disk])
    await rm(disk, { recursive: true })
  })

  test.skipIf(!canMount)('refuses with 507, keeps the file whole, and saves once there is room', async () => {
    const path = join(disk, 'decks/talk.json')
    const first = await edit(serving!, hashOf(deck), 'First')
    expect(first?.status).toBe(200)
    const before = await readFile(path, 'utf8')
    await writeFile(join(disk, 'filler'), Buffer.alloc(1_000_000)).catch(() => {})
    expect(await edit(serving!, hashOf(before), 'Second')).toMatchObject({
      status: 507,
      body: { code: 'edit-disk-full' },
    })
    expect(await readFile(path, 'utf8')).toBe(before)
    expect(await readdir(join(disk, 'decks'))).toEqual(['talk.json'])
    await rm(join(disk, 'filler'))
    expect((await edit(serving!, hashOf(before), 'Third'))?.status).toBe(200)
    expect(await readFile(path, 'utf8')).toBe(before.replace('"First"', '"Third"'))
  })
})
