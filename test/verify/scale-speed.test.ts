import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { keepFinished } from '../../src/jobs/finished-job.ts'
import { sealDeck } from '../../src/jobs/queue/seal-jobs.ts'
import { startWorker } from '../../src/jobs/queue/worker.ts'
import { openFolderStore } from '../../src/jobs/store.ts'
import { parseRedisAddress, type RedisAddress } from '../../src/model/redis-address.ts'
import { openRedis } from '../../src/redis/open-redis.ts'
import { hasRedis, startRedis } from '../support/redis-server.ts'
import { memoryOf, runLong, startWorkerProcess } from '../support/worker-processes.ts'
import { doneBy, holdToCore, isFull, openQueue, project, run, sampleProject, untilEmpty } from './scale-project.ts'

// Only where nothing else runs are these measurements.
describe.skipIf(!hasRedis || !isFull)('how fast jobs on workers are', () => {
  test('two workers are 1.8 times as fast as one, and the memory of a worker stays', async () => {
    const count = 120
    const redis = await startRedis(['--appendfsync', 'always'])
    const folder = await sampleProject(count)
    // Each worker has one processor, as if it were a machine of its own: one alone would use a part of the other one, too.
    const start = async (core: string) => {
      const worker = await startWorkerProcess(folder, redis.address, ['--at-once', '1'])
      holdToCore(worker.pid, core)
      return worker
    }
    const queue = openQueue(redis.port)
    let loop = 0
    /** Hands in all decks while nobody works, and returns how long the work takes. Units: milliseconds. */
    const timed = async (): Promise<number> => {
      await queue.pause()
      const build = runLong(folder, ['build', '--loop', String(++loop), '--quiet', '--jobs', redis.address])
      while ((await queue.getJobCountByTypes('wait')) < count) await delay(20)
      const start = performance.now()
      await queue.resume()
      while ((await queue.getJobCountByTypes('wait', 'active')) > 0) await delay(20)
      const ms = performance.now() - start
      expect(await build.ended).toBe(0)
      return ms
    }
    // V8 makes code faster for some hundred jobs: all workers have that behind them when they are measured.
    const fastest = async (warmUps: number): Promise<number> => {
      for (let i = 0; i < warmUps; i++) await timed()
      return Math.min(await timed(), await timed(), await timed())
    }
    const one = await start('0')
    const alone = await fastest(3)
    const early = memoryOf(one.pid)
    const other = await start('1')
    const together = await fastest(4)
    const late = memoryOf(one.pid)
    const ratio = alone / together
    console.log(
      `${count} jobs: one worker ${alone.toFixed(0)} ms, two ${together.toFixed(0)} ms: ${ratio.toFixed(2)} x`,
    )
    console.log(`memory after ${doneBy(one).length} jobs: ${early.toFixed(0)} -> ${late.toFixed(0)} MB`)
    expect(doneBy(other).length).toBeGreaterThan(3 * count)
    expect(doneBy(one).length).toBeGreaterThan(8 * count)
    expect(late).toBeLessThan(early * 1.3)
    expect(ratio).toBeGreaterThanOrEqual(1.8)
  })

  test('a worker prints as fast as the command alone', async () => {
    const count = 30
    const redis = await startRedis()
    const folder = await sampleProject(count)
    await startWorkerProcess(folder, redis.address)
    const queue = openQueue(redis.port)
    const [alone, handed]: number[][] = [[], []]
    for (const range of ['1', '2', '1-2']) {
      for (const [times, more] of [
        [alone!, []],
        [handed!, ['--jobs', redis.address]],
      ] as const) {
        // Another range makes other documents.
        const args = ['pdf', '--range', range, '--out', `out-${times.length}-${more.length}`, '--quiet']
        const start = performance.now()
        const made = await run(folder, [...args, ...more])
        expect(made.code, made.stderr).toBe(0)
        times.push(performance.now() - start)
        await untilEmpty(queue)
      }
    }
    const [here, there] = [Math.min(...alone!), Math.min(...handed!)]
    console.log(`${count} PDFs: ${here.toFixed(0)} ms alone, ${there.toFixed(0)} ms with a worker`)
    expect(there).toBeLessThan(here * 1.15)
  })

  test('the queue itself costs less than 3 ms a job', async () => {
    const count = 200
    const folder = await project(1)
    const redis = await startRedis()
    const store = await openFolderStore(folder)
    const link = await openRedis({ address: parseRedisAddress(redis.address) as RedisAddress, password: null })
    const queue = openQueue(redis.port)
    const deck = join(folder, 'decks/branch-0.json')
    const program = { program: 'test', browser: null }
    let done = 0
    const noPrinter = { print: () => Promise.reject(), preloadFonts: () => {}, warn: () => {} }
    const onEvent = () => void (done += 1)
    const worker = await startWorker({ link, store, printer: noPrinter, program, atOnce: 1, onEvent })
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
    await worker.stop(0)
    link.close()
    expect(best).toBeLessThan(3)
  })
})
