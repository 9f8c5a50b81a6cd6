/**
 * `node bench/text-only.mjs [commit]`: what decks of texts alone cost beside an older commit, by default the last one without
 * tables and charts. Builds that commit in a temporary folder; 15 runs of each in turn, medians of processor time.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeProject } from './decks.mjs'
import { median, takeTurns } from './measure.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const commit = process.argv[2] ?? '656d554'
const runs = Number(process.env.BENCH_RUNS ?? 15)
const folder = mkdtempSync(join(tmpdir(), 'korme-text-only-'))
const before = join(folder, 'before')

/** Processor time of a build, that of all its threads. Units: ms. */
const build = (korme, deck, out) => async () => {
  // What is there would not be made again.
  rmSync(out, { recursive: true, force: true })
  const { status, stderr } = spawnSync(
    'bash',
    ['-c', 'TIMEFORMAT="%U %S"; time "$@"', 'bash', process.execPath, korme, 'build', '--quiet', deck, '--out', out],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`${korme} ended with ${status}: ${stderr}`)
  const [user, system] = stderr.trim().split('\n').at(-1).split(' ').map(Number)
  return 1000 * (user + system)
}

try {
  execFileSync('git', ['worktree', 'add', '--detach', before, commit], { cwd: root, stdio: 'ignore' })
  symlinkSync(join(root, 'node_modules'), join(before, 'node_modules'))
  execFileSync('npm', ['run', '-s', 'prepare'], { cwd: before, stdio: 'ignore' })
  for (const slides of [10, 200]) {
    const deck = await makeProject(join(folder, String(slides)), { slides, characters: 350 })
    const [now, old] = [root, before].map((at, i) =>
      build(join(at, 'build/korme.js'), deck, join(folder, `out-${slides}-${i}`)),
    )
    const [after, earlier] = (await takeTurns([now, old], runs)).map(median)
    const bytes = [0, 1].map(
      (i) =>
        statSync(
          join(
            folder,
            `out-${slides}-${i}`,
            `${deck
              .split('/')
              .at(-1)
              .replace(/\.json.*$/, '')}.html`,
          ),
        ).size,
    )
    console.log(
      `${slides} slides of text: ${(after / earlier).toFixed(3)}x the time of ${commit} (${after.toFixed(0)} and ${earlier.toFixed(0)} ms), ${bytes[0] - bytes[1]} bytes more; at most 1.03x`,
    )
  }
} finally {
  spawnSync('git', ['worktree', 'remove', '--force', before], { cwd: root })
  rmSync(folder, { recursive: true, force: true })
}
