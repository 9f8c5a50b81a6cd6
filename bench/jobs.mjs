/** Many decks: with a process for each core beside one alone, and with a worker at Redis beside this machine alone, in turn. */
import { spawn, spawnSync } from 'node:child_process'
import { once as event } from 'node:events'
import { mkdirSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeProject } from './decks.mjs'
import { inTurn, median, once, takeTurns } from './measure.mjs'

const korme = [process.execPath, join(dirname(fileURLToPath(import.meta.url)), '../build/korme.js')]
const port = 27_431
const server = `redis://127.0.0.1:${port}`

/** `row` prints a figure beside its target. */
export async function benchJobs(folder, runs, bare, row) {
  const decks = []
  for (let i = 1; i <= 60; i++)
    decks.push(await makeProject(folder, { slides: 1 + (i % 10), characters: 200 + i, name: `deck-${i}` }))
  const build = [...korme, 'build', '--quiet', ...decks]
  const oneCore = ['taskset', '-c', '0', ...build]
  if (availableParallelism() > 1 && spawnSync('taskset', ['--version']).status === 0) {
    const [all, one] = await inTurn([{ command: build }, { command: oneCore }], runs)
    const times = `${all.toFixed(0)} of ${one.toFixed(0)} ms, ${availableParallelism()} cores`
    row('korme build, 60 decks, all cores / one', `${(all / one).toFixed(2)}x`, `less than 1x   (${times})`)
  }
  if (spawnSync('redis-server', ['--version']).status !== 0)
    return row('workers at Redis', 'not measured', 'no redis-server')
  const data = join(folder, 'redis')
  mkdirSync(data)
  const words = ['--port', String(port), '--bind', '127.0.0.1', '--dir', data, '--save', '']
  const redis = spawn('redis-server', words, { stdio: 'ignore' })
  const [, ...worker] = [...korme, 'worker', '--jobs', server, '--store', folder, '--quiet']
  const working = spawn(process.execPath, worker, { stdio: 'ignore' })
  try {
    await beside(folder, decks.slice(0, 30), runs, row)
    const deck = decks[0]
    const [nodeMs, checkMs, jobsMs] = await inTurn(
      [bare, { command: [...korme, 'check', '--quiet', deck] }, { command: [...korme, 'jobs', '--jobs', server] }],
      runs,
    )
    row(
      'korme check, nothing of BullMQ loaded',
      `${(checkMs / nodeMs).toFixed(1)}x`,
      `of bare node, ${checkMs.toFixed(0)} ms`,
    )
    row('korme jobs, with BullMQ', `${(jobsMs / nodeMs).toFixed(1)}x`, `of bare node, ${jobsMs.toFixed(0)} ms`)
  } finally {
    working.kill()
    await event(working, 'exit')
    redis.kill()
  }
}

/** PDFs of the same decks, made by the command alone and by a worker. */
async function beside(folder, decks, runs, row) {
  const make = (more) => async () => {
    for (const name of ['dist', '.korme-jobs']) rmSync(join(folder, name), { recursive: true, force: true })
    const { ms, code } = await once([...korme, 'pdf', '--quiet', ...decks, ...more])
    if (code !== 0) throw new Error(`korme pdf ${more.join(' ')}: exit code ${code}`)
    return ms
  }
  const [alone, handed] = await takeTurns([make([]), make(['--jobs', server, '--store', folder])], runs)
  const [here, there] = [median(alone), median(handed)]
  const times = `${there.toFixed(0)} of ${here.toFixed(0)} ms`
  row(
    `korme pdf, ${decks.length} decks, by a worker / alone`,
    `${(there / here).toFixed(2)}x`,
    `at most 1x   (${times})`,
  )
}
