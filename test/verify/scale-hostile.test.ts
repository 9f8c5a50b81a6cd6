import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { type Job, jobKey } from '../../src/jobs/job.ts'
import { hasRedis, startRedis } from '../support/redis-server.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { memoryOf, startWorkerProcess } from '../support/worker-processes.ts'
import { openQueue, run } from './scale-project.ts'

const hash = 'a'.repeat(64)
const options = { build: {}, documents: [{ kind: 'html', options: {} }], program: '', browser: null, root: '' } as const

describe.skipIf(!hasRedis)('jobs of somebody else', () => {
  test('do nothing, and are told as failed', async () => {
    const redis = await startRedis()
    const store = temporaryFolder()
    const shared = join(store, 'shared')
    await mkdir(join(shared, 'decks'), { recursive: true })
    await writeFile(join(store, 'secret.json'), '{ "content": [{ "title": "secret" }] }')
    await writeFile(join(shared, 'decks/a.json'), '{ "content": [{ "title": "A" }] }')
    await symlink(join(store, 'secret.json'), join(shared, 'decks/link.json'))
    await symlink(store, join(shared, 'up'))
    const queue = openQueue(redis.port)
    const worker = await startWorkerProcess(shared, redis.address)
    const { program } = JSON.parse((await redis.client.get((await redis.client.keys('korme:workers:*'))[0]!))!)
    const job = (deck: string, output: string, more: object = {}, rest: object = {}) => {
      const inputs = [{ path: deck, sha256: hash, bytes: 38 }]
      const base = { v: 1, kind: 'html', lang: null, deck, options: { ...options, program, ...more }, inputs, output }
      const one = { ...base, ...rest } as Omit<Job, 'key'>
      return { ...one, key: jobKey(one) }
    }
    const hostile = [
      job('../secret.json', 'dist/secret.html'),
      job('/etc/passwd', 'dist/passwd.html'),
      job('decks/link.json', 'dist/link.html'),
      job('up/secret.json', 'dist/secret.html'),
      job('decks/a.json\0.json', 'dist/a.html'),
      job('decks/..\\..\\secret.json', 'dist/secret.html'),
      job('.KORME-JOBS/a.json', 'dist/a.html'),
      job('decks/a.json', '../a.html'),
      job('decks/a.json', 'up/a.html'),
      job('decks/a.json', '/tmp/a.html'),
      job('decks/a.json', 'decks/a.json'),
      job('decks/a.json', '.korme-jobs/a.html'),
      job('decks/a.json', '.Korme-Jobs./a.html'),
      job('decks/a.json', 'dist/a.html', { require: './evil.js' }),
      job('decks/a.json', 'dist/a.html', { build: { theme: '../../../etc' } }),
      job('decks/a.json', 'dist/a.html', { root: '..' }),
      job('decks/a.json', 'dist/a.html', {}, { v: 2 }),
      job('decks/a.json', 'dist/a.html', {}, { v: '1' }),
      job('decks/a.json', 'dist/a.html', {}, { kind: '__proto__' }),
      job('decks/a.json', 'dist/a.html', {}, { lang: { length: 1e9 } }),
      job('decks/a.json', 'dist/a.html', {}, { inputs: Array(30_000).fill({ path: 'a', sha256: hash, bytes: 1 }) }),
      job('decks/a.json', 'dist/a.html', {}, { inputs: [{ path: 'decks/a.json', sha256: hash, bytes: 1e308 }] }),
      { ...job('decks/a.json', 'dist/a.html'), key: hash },
      JSON.parse('{ "__proto__": { "v": 1 }, "constructor": { "prototype": { "polluted": true } } }'),
      { code: 'process.exit(1)' },
      'text',
      7,
      [],
      null,
    ]
    await queue.addBulk(
      hostile.map((data, i) => ({ name: 'html', data, opts: { jobId: (data as Job | null)?.key ?? `x${i}` } })),
    )
    // Descriptions that no library writes.
    const raw: Record<string, string> = {
      cut: '{ "v": 1, ',
      deep: '['.repeat(4_000_000),
      long: JSON.stringify({ ...job('decks/a.json', 'dist/a.html'), more: 'x'.repeat(60_000_000) }),
      empty: '',
    }
    for (const [id, data] of Object.entries(raw)) {
      await redis.client.hset(`korme:decks:${id}`, {
        name: id,
        data,
        opts: '{}',
        timestamp: '1',
        delay: '0',
        priority: '0',
      })
      await redis.client.lpush('korme:decks:wait', id)
    }
    await redis.client.hset('korme:decks:bare', { name: 'bare' })
    await redis.client.lpush('korme:decks:wait', 'bare')
    await redis.client.zadd('korme:decks:marker', 0, '0')
    const all = hostile.length + Object.keys(raw).length + 1
    while ((await queue.getJobCountByTypes('failed')) < all) await delay(100)
    expect(worker.child.exitCode).toBeNull()
    expect(worker.stdout()).toBe('')
    expect(worker.stderr()).not.toContain('    at ')
    expect(memoryOf(worker.pid)).toBeLessThan(1_000)
    expect((await readdir(store)).sort()).toEqual(['secret.json', 'shared'])
    expect((await readdir(shared)).sort()).toEqual(['decks', 'up'])
    expect(await readFile(join(shared, 'decks/a.json'), 'utf8')).toBe('{ "content": [{ "title": "A" }] }')
    // Lists read none of the descriptions, and control characters do not reach the terminal.
    await redis.client.hset(
      'korme:decks:long',
      'name',
      'html \u001b[2Jdecks/a.json',
      'failedReason',
      'x\u001b]0;y'.repeat(9_999),
    )
    const listed = await run(shared, ['jobs', '--jobs', redis.address, '--messages', 'en'])
    expect(listed).toMatchObject({ code: 1, stdout: expect.stringContaining('not written by Korme'), stderr: '' })
    expect(listed.stdout).not.toContain('\u001b')
    const retried = await run(shared, ['jobs', '--retry', '--jobs', redis.address, '--json'])
    expect(retried).toMatchObject({ code: 0, stderr: '' })
    worker.child.kill('SIGTERM')
    expect(await worker.ended).toBe(0)
  })
})
