import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { temporaryFile } from '../../src/system/temporary-files.ts'
import { hasRedis, startRedis } from '../support/redis-server.ts'
import { runLong, startWorkerProcess } from '../support/worker-processes.ts'
import { doneBy, filesIn, isFull, openQueue, project, run, untilEmpty } from './scale-project.ts'

if (!hasRedis) console.log('There is no redis-server here: the tests of jobs on several machines are skipped.')

describe.skipIf(!hasRedis)('jobs on several workers', () => {
  test('nothing is lost or left when a worker, the server and the command are killed and a disk is full', async () => {
    const count = isFull ? 200 : 60
    const redis = await startRedis(['--appendfsync', 'always'])
    const queue = openQueue(redis.port)
    const folder = await project(count)
    const kinds = isFull ? ['--pdf', '--handout'] : []
    const args = ['build', ...kinds, '--jobs', redis.address, '--messages', 'en']

    // The first one may write no file that is larger than a few kilobytes, as on a full disk, and gets the first jobs.
    const full = await startWorkerProcess(folder, redis.address)
    spawnSync('prlimit', ['--pid', String(full.pid), '--fsize=2000'])
    const first = runLong(folder, args)
    await full.says(/takes no jobs/)
    const dying = await startWorkerProcess(folder, redis.address)
    await dying.says(/branch-\d+\.json: html/)
    dying.child.kill('SIGKILL')
    await dying.ended
    const halfDone = (await queue.getActive()).filter(
      ({ id }) => !existsSync(join(folder, '.korme-jobs', `${id}.json`)),
    )
    // What it may have been writing then.
    for (const place of halfDone.length > 0 ? ['dist/x', '.korme-jobs/x'] : []) {
      const left = temporaryFile(join(folder, place, '..')).replace(`-${process.pid}-`, `-${dying.pid}-`)
      await writeFile(left, 'half')
    }
    const others = [await startWorkerProcess(folder, redis.address)]
    if (isFull) others.push(await startWorkerProcess(folder, redis.address))
    while (doneBy(others[0]!).length < 12) await delay(20)
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
    // A job that was finished when its worker died is still given to another one.
    await untilEmpty(queue)
    expect((await filesIn(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([])
    expect(await queue.getJobCountByTypes('failed')).toBe(0)

    // The documents are those of one machine.
    const alone = await project(count)
    const some = [0, 17, count - 1].map((i) => `branch-${i}`)
    expect(await run(alone, ['build', '--quiet', ...some])).toMatchObject({ code: 0 })
    for (const name of some.map((one) => `dist/${one}.html`)) {
      expect(await readFile(join(folder, name), 'utf8')).toBe(await readFile(join(alone, name), 'utf8'))
    }

    // A repeated run does nothing.
    const before = others.flatMap(doneBy).length
    expect(await run(folder, args)).toMatchObject({ code: 0 })
    expect(others.flatMap(doneBy).length).toBe(before)
    for (const { child, ended } of [full, ...others]) {
      child.kill('SIGTERM')
      expect(await ended).toBe(0)
    }
  })
})
