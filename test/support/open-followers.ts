import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { build } from 'esbuild'
import { whenOver } from './child-processes.ts'
import type { FollowerCount, FollowerOrder } from './follower-pages.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** Pages that follow a talk, in a process of their own. */
export interface Followers {
  /** Asks how many are connected and show a slide. */
  count(page: string): Promise<FollowerCount>
}

/** Opens so many pages at the processes that listen on these ports. They end with the test. */
export async function openFollowers(ports: readonly number[], count: number, key: string): Promise<Followers> {
  const outfile = join(temporaryFolder('followers'), 'followers.mjs')
  await build({
    entryPoints: [join(import.meta.dirname, 'follower-pages.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)" },
    outfile,
  })
  const child: ChildProcess = fork(outfile, { execArgv: [] })
  whenOver(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  })
  const order = (what: FollowerOrder) => child.send(what)
  order({ type: 'follow', ports, count, key })
  return {
    count: async (page) => {
      const answer = once(child, 'message')
      order({ type: 'count', page })
      return (await answer)[0] as FollowerCount
    },
  }
}
