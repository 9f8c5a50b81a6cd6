import { cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import type { BuildOptions } from '../../src/build.ts'
import { summaryOf } from '../../src/documents/build-summary.ts'
import { produce } from '../../src/documents/produce.ts'
import type { AskedJob } from '../../src/jobs/jobs.ts'
import { asResult } from '../../src/jobs/queue/as-result.ts'
import { sealDeck } from '../../src/jobs/queue/seal-jobs.ts'
import { readJob } from '../../src/jobs/read-job.ts'
import { runJob } from '../../src/jobs/run-job.ts'
import { openFolderStore } from '../../src/jobs/store.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const root = join(import.meta.dirname, '../..')
const program = { program: 'test', browser: null }

/** A project in a store, with pictures under several names, and decks that use them. */
async function project(decks: Readonly<Record<string, object>>): Promise<string> {
  const store = temporaryFolder()
  const folder = join(store, 'talks')
  await mkdir(join(folder, 'decks'), { recursive: true })
  await mkdir(join(folder, 'static/img'), { recursive: true })
  await cp(join(root, 'static/img/dala.jpg'), join(folder, 'static/img/Dala.jpg'))
  await symlink('Dala.jpg', join(folder, 'static/img/inside.jpg'))
  await writeFile(join(store, 'outside.jpg'), 'x')
  await symlink('../../../outside.jpg', join(folder, 'static/img/outside.jpg'))
  for (const [name, deck] of Object.entries(decks)) await writeFile(join(folder, 'decks', name), JSON.stringify(deck))
  return store
}

const asked = (deck: string, lang: AskedJob['lang'] = null, build: AskedJob['options']['build'] = {}): AskedJob => {
  const documents = [{ kind: 'html', options: { notes: true } } as const]
  return { deck, kind: 'html', lang, options: { build, documents } }
}

/** Does the job of a deck as a worker does, and builds it as one machine does, elsewhere; returns both. */
async function bothWays(folder: string, deck: string, job: AskedJob) {
  const store = await openFolderStore(folder)
  const { jobs, text } = await sealDeck([job], { store, program })
  const sealed = readJob(JSON.parse(JSON.stringify(jobs[0]!.job)))
  if (!sealed) throw new Error('the job is not one that a worker takes')
  const finished = await runJob(sealed, { store, printer: null })
  const done = asResult(finished, { asked: job, job: sealed, text, ms: finished.ms, store })
  const options: BuildOptions = { ...job.options.build, ...(job.lang && { lang: job.lang }), out: temporaryFolder() }
  const alone = await produce(deck, options, job.options.documents)
  const contents = (paths: readonly { path: string }[]) => Promise.all(paths.map(({ path }) => readFile(path, 'utf8')))
  return {
    store,
    sealed,
    worker: { ...done.summary!, text: done.text, outputs: await contents(done.summary!.outputs), errors: done.errors },
    alone: { ...summaryOf(alone), text: alone.text, outputs: await contents(alone.outputs), errors: alone.errors },
  }
}

const slide = (image: string) => ({ title: 'Steppe', text: 'A text', image })

test.each<[string, object]>([
  ['a picture under another case', { content: [slide('/img/dala.JPG')] }],
  ['a picture through a link', { content: [slide('/img/inside.jpg')] }],
  ['a missing picture with a similar name', { content: [slide('/img/dalla.jpg')] }],
  ['a missing picture', { content: [slide('/img/quite-another.jpg')] }],
  ['an address', { content: [slide('https://a.example/b.jpg')] }],
  ['errors', { content: [] }],
  ['an unknown theme', { theme: 'oficial', content: [slide('')] }],
  ['a theme of the project', { theme: 'ours', content: [slide('/img/dala.jpg')] }],
  ['letters that its font lacks', { content: [{ title: '漢字', text: 'ᚠᚢᚦ' }] }],
  ['a map', { content: [{ title: 'Map', map: { place: 'Almaty' } }] }],
  [
    'three languages',
    { langs: ['kk', 'ru', 'en'], content: [{ title: { kk: 'Бір', ru: 'Раз', en: 'One' }, text: 'x' }] },
  ],
])('a deck with %s comes out as on one machine', async (_, deck) => {
  const folder = await project({ 'a.json': deck })
  await mkdir(join(folder, 'talks/themes/ours'), { recursive: true })
  const theme = { extends: 'official', name: { en: 'Ours' }, colors: { ink: '#102030' } }
  await writeFile(join(folder, 'talks/themes/ours/theme.json'), JSON.stringify(theme))
  const path = join(folder, 'talks/decks/a.json')
  const { worker, alone } = await bothWays(folder, path, asked(path))
  expect({ ...worker, ms: 0 }).toEqual({ ...alone, ms: 0 })
})

test.each(['every-block.json', 'bayqau.json', 'priemnaya.json'])('%s comes out as on one machine', async (name) => {
  const folder = temporaryFolder()
  await cp(join(root, 'decks'), join(folder, 'decks'), { recursive: true })
  await cp(join(root, 'static/img'), join(folder, 'static/img'), { recursive: true })
  const path = join(folder, 'decks', name)
  const { worker, alone } = await bothWays(folder, path, asked(path, 'all', { notes: false }))
  expect(worker).toEqual(alone)
})

test('a link out of the project is not read', async () => {
  const folder = await project({ 'a.json': { content: [slide('/img/outside.jpg')] } })
  const path = join(folder, 'talks/decks/a.json')
  const { sealed, worker, alone } = await bothWays(folder, path, asked(path))
  expect(worker).toEqual(alone)
  expect(worker.diagnostics.map(({ code }) => code)).toContain('asset-outside-project')
  expect(sealed.inputs).toMatchObject([{ bytes: expect.any(Number) }, { sha256: '0'.repeat(64), bytes: 0 }])
})

test('the key changes with an input, an option, the program; not with the names of files that nobody asked for', async () => {
  const folder = await project({ 'a.json': { content: [slide('/img/inside.jpg')] } })
  const path = join(folder, 'talks/decks/a.json')
  const store = await openFolderStore(folder)
  const keyOf = async (job = asked(path), own = program) =>
    (await sealDeck([job], { store, program: own })).jobs[0]!.job.key
  const key = await keyOf()
  await writeFile(join(folder, 'talks/static/img/new.png'), 'x')
  expect(await keyOf()).toBe(key)
  const others = [
    await keyOf(asked(path, 'ru')),
    await keyOf(asked(path, null, { theme: 'calm' })),
    await keyOf(asked(path), { ...program, program: 'other' }),
  ]
  await writeFile(path, JSON.stringify({ content: [slide('/img/inside.jpg')], lang: 'en' }))
  expect(new Set([key, ...others, await keyOf()]).size).toBe(5)
})

test('a finished job is not done again, unless what it wrote has changed', async () => {
  const folder = await project({ 'a.json': { content: [slide('')] } })
  const path = join(folder, 'talks/decks/a.json')
  const { store, sealed } = await bothWays(folder, path, asked(path))
  const again = async () => (await runJob(sealed, { store, printer: null })).ms
  const ms = await again()
  expect(await again()).toBe(ms)
  await writeFile(join(store.root, sealed.output), 'damaged')
  expect(await again()).not.toBe(ms)
  expect(await readFile(join(store.root, sealed.output), 'utf8')).toContain('</html>')
})

test('a deck that changed since it was handed in is not built, and writes nothing', async () => {
  const folder = await project({ 'a.json': { content: [slide('')] } })
  const path = join(folder, 'talks/decks/a.json')
  const store = await openFolderStore(folder)
  const { jobs } = await sealDeck([asked(path)], { store, program })
  await writeFile(path, '{ "content": [{ "title": "Other" }] }')
  await expect(runJob(jobs[0]!.job, { store, printer: null })).rejects.toMatchObject({
    fault: { code: 'job-input-changed', path: 'talks/decks/a.json' },
  })
  expect(await readdir(join(folder, 'talks'))).not.toContain('dist')
})

test('a project outside of the store cannot be handed in', async () => {
  const folder = await project({ 'a.json': { content: [] } })
  const path = join(folder, 'talks/decks/a.json')
  const store = await openFolderStore(temporaryFolder())
  await expect(sealDeck([asked(path)], { store, program })).rejects.toMatchObject({ fault: { code: 'outside-store' } })
  const own = await openFolderStore(folder)
  const elsewhere = sealDeck([asked(path)], { store: own, program, out: dirname(folder) })
  await expect(elsewhere).rejects.toMatchObject({ fault: { code: 'outside-store' } })
})
