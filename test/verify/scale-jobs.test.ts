import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Queue } from 'bullmq'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keepFinished } from '../../src/jobs/finished-job.ts'
import { sealDeck } from '../../src/jobs/queue/seal-jobs.ts'
import { startWorker } from '../../src/jobs/queue/worker.ts'
import { openFolderStore } from '../../src/jobs/store.ts'
import { parseRedisAddress, type RedisAddress } from '../../src/model/redis-address.ts'
import { openRedis } from '../../src/redis/open-redis.ts'
import { spawnKorme } from '../cli/run-korme.ts'
import { hasRedis, startRedis, type TestRedis } from '../support/redis-server.ts'
import { type LongRun, memoryOf, runLong, startWorkerProcess } from '../support/worker-processes.ts'

if (!hasRedis) console.log('There is no redis-server here: the tests of jobs on several machines are skipped.')

/** `KORME_SCALE=full`: PDFs and handouts too, and more jobs. */
const isFull = process.env.KORME_SCALE === 'full'

const jobsFolder = '.korme-jobs'
const folders: string[] = []
const running = new Set<LongRun>()
let redis: TestRedis

beforeAll(async () => {
  if (hasRedis) redis = await startRedis(['--appendfsync', 'always'])
})
afterAll(async () => {
  for (const { child } of running) child.kill('SIGKILL')
  await redis?.end()
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
})

/** A folder with so many decks, which differ in one word. */
async function project(decks: number): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'korme-scale-')))
  folders.push(folder)
  await mkdir(join(folder, 'decks'))
  await mkdir(join(folder, 'static'))
  for (let i = 0; i < decks; i++) {
    const content = [
      { title: `Branch ${i}`, text: 'Members, meetings and events of the year' },
      { title: 'Plans', text: `Plan ${i} for the coming year` },
    ]
    await writeFile(join(folder, 'decks', `branch-${i}.json`), JSON.stringify({ lang: 'en', content }))
  }
  return folder
}

async function worker(folder: string, args: readonly string[] = []): Promise<LongRun> {
  const one = await startWorkerProcess(folder, redis.address, args)
  running.add(one)
  return one
}

async function stop(...workers: readonly LongRun[]): Promise<void> {
  for (const { child } of workers) child.kill('SIGTERM')
  await Promise.all(workers.map(({ ended }) => ended))
  for (const one of workers) running.delete(one)
}

/** All files below a folder, without those of Korme itself. */
const filesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, encoding: 'utf8' })).filter((name) => !name.startsWith(jobsFolder)).sort()

const temporary = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, encoding: 'utf8' })).filter((name) => name.endsWith('.tmp'))

const doneBy = (one: LongRun): string[] =>
  [...one.stdout().matchAll(/^(decks\/\S+): (\w+),/gm)].map((match) => match[1]!)

describe.skipIf(!hasRedis)('jobs on several workers', () => {
  test('200 decks, while a worker, the server and the command are killed and a disk is full', async () => {
    const count = 200
    const folder = await project(count)
    const kinds = isFull ? ['--pdf', '--handout'] : []
    const args = ['build', ...kinds, '--jobs', redis.address, '--messages', 'en']
    const workers = [await worker(folder), await worker(folder), await worker(folder), await worker(folder)]
    // The last one may write no file that is larger than a few kilobytes, as on a full disk.
    spawnSync('prlimit', ['--pid', String(workers[3]!.pid), '--fsize=2000'])
    const first = runLong(folder, args)
    await workers[0]!.says(/branch-\d+\.json: html/)
    workers[0]!.child.kill('SIGKILL')
    while (doneBy(workers[1]!).length < 12) await delay(20)
    first.child.kill('SIGKILL')
    await redis.kill()
    await delay(500)
    await redis.restart()
    const second = runLong(folder, args)
    expect(await second.ended, second.stderr()).toBe(0)

    const endings = ['.html', ...(isFull ? ['.handout.pdf', '.pdf'] : [])]
    const names = Array.from({ length: count }, (_, i) => endings.map((ending) => `branch-${i}${ending}`)).flat()
    expect(await filesIn(join(folder, 'dist'))).toEqual(names.sort())
    for (const name of names) {
      const content = await readFile(join(folder, 'dist', name), 'latin1')
      expect(content.trimEnd().endsWith(name.endsWith('.html') ? '</html>' : '%%EOF'), name).toBe(true)
    }
    expect(await temporary(folder)).toEqual([])
    expect(workers[3]!.stderr()).toContain('takes no jobs')
    expect(doneBy(workers[3]!)).toEqual([])

    // The documents are those of one machine.
    const alone = await project(count)
    const some = [0, 57, 199].map((i) => `branch-${i}`)
    await spawnKorme(alone, ['build', '--quiet', ...some])
    for (const name of some.map((one) => `dist/${one}.html`)) {
      expect(await readFile(join(folder, name), 'utf8')).toBe(await readFile(join(alone, name), 'utf8'))
    }

    // A repeated run does nothing.
    const before = workers.slice(1).flatMap(doneBy).length
    expect(await spawnKorme(folder, args)).toMatchObject({ code: 0 })
    expect(workers.slice(1).flatMap(doneBy).length).toBe(before)
    await stop(...workers.slice(1))
    expect(workers[1]!.child.exitCode).toBe(0)
  })

  test('two workers beside one, and the memory of a worker', async () => {
    const count = isFull ? 400 : 150
    const folder = await project(count)
    const one = await worker(folder, ['--at-once', '1'])
    const other = await worker(folder, ['--at-once', '1'])
    let loop = 0
    /** Hands in all decks while nobody works, and returns how long the work takes. Units: milliseconds. */
    const timed = async (): Promise<number> => {
      const queue = new Queue('decks', { connection: { port: redis.port }, prefix: 'korme' })
      await queue.pause()
      const run = runLong(folder, ['build', '--loop', String(++loop), '--quiet', '--jobs', redis.address])
      while ((await queue.getJobCountByTypes('wait')) < count) await delay(20)
      const start = performance.now()
      await queue.resume()
      while ((await queue.getJobCountByTypes('wait', 'active')) > 0) await delay(5)
      const ms = performance.now() - start
      expect(await run.ended).toBe(0)
      await queue.close()
      return ms
    }
    // Both have made some, so that neither is measured while its code is still cold.
    await timed()
    const together = Math.min(await timed(), await timed())
    await stop(other)
    const early = memoryOf(one.pid)
    const alone = Math.min(await timed(), await timed())
    const late = memoryOf(one.pid)
    const ratio = alone / together
    console.log(
      `${count} jobs: one worker ${alone.toFixed(0)} ms, two ${together.toFixed(0)} ms: ${ratio.toFixed(2)} x`,
    )
    console.log(`memory after ${doneBy(one).length} jobs: ${early.toFixed(0)} -> ${late.toFixed(0)} MB`)
    expect(doneBy(one).length).toBeGreaterThan(2 * count)
    expect(late).toBeLessThan(early * 1.3)
    // The command, the server and two workers share the cores: only where nothing else runs is this a measurement.
    if (isFull) expect(ratio).toBeGreaterThanOrEqual(1.8)
    await stop(one)
  })

  test('what the queue itself costs a job', async () => {
    const count = 200
    const folder = await project(1)
    const own = await startRedis()
    const store = await openFolderStore(folder)
    const link = await openRedis({ address: parseRedisAddress(own.address) as RedisAddress, password: null })
    const queue = new Queue('decks', { connection: { port: own.port }, prefix: 'korme' })
    const deck = join(folder, 'decks/branch-0.json')
    const program = { program: 'test', browser: null }
    let done = 0
    const noPrinter = { print: () => Promise.reject(), preloadFonts: () => {}, warn: () => {} }
    const onEvent = () => void (done += 1)
    const running = await startWorker({ link, store, printer: noPrinter, program, atOnce: 1, onEvent })
    const summary = { file: { name: deck }, slides: 2, pages: 2, hasNotes: false, diagnostics: [], outputs: [] }
    let best = Number.POSITIVE_INFINITY
    for (let round = 0; round < 5 && best >= 3; round++) {
      const jobs = Array.from({ length: count }, (_, i) => round * count + i + 1)
      const sealed = await Promise.all(
        jobs.map(async (loop) => {
          const options = { build: {}, documents: [{ kind: 'html', options: { loop } } as const] }
          return (await sealDeck([{ deck, kind: 'html', lang: null, options }], { store, program })).jobs[0]!.job
        }),
      )
      // Their work is done already, so that only the way through the queue takes time.
      const finished = { v: 1, summary, written: [], copied: [], errors: [], warnings: [], ms: 0 } as const
      for (const { key } of sealed) await keepFinished(store, { ...finished, key })
      done = 0
      const start = performance.now()
      await queue.addBulk(
        sealed.map((job) => ({ name: 'html', data: job, opts: { jobId: job.key, removeOnComplete: true } })),
      )
      while (done < count) await delay(1)
      best = Math.min(best, (performance.now() - start) / count)
    }
    console.log(`the queue costs ${best.toFixed(2)} ms a job`)
    if (isFull) expect(best).toBeLessThan(3)
    await running.stop(0)
    await queue.close()
    link.close()
    await own.end()
  })
})
