import { execFileSync } from 'node:child_process'
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Queue } from 'bullmq'
import { onTestFinished } from 'vitest'
import { prefix, queueName } from '../../src/jobs/queue/queue-settings.ts'
import { packageRoot } from '../../src/system/package-root.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { type LongRun, runLong } from '../support/worker-processes.ts'

/** `KORME_SCALE=full`: as many jobs as the figures are about, PDFs and handouts too, and all that is measured. */
export const isFull = process.env.KORME_SCALE === 'full'

/** Makes a folder with so many decks, which differ in a word. */
export async function project(decks: number): Promise<string> {
  const folder = temporaryFolder('scale')
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

/** Makes a folder with so many copies of the sample decks of ten slides with pictures, which differ in their spaces. */
export async function sampleProject(decks: number): Promise<string> {
  const folder = await project(0)
  await cp(join(packageRoot(), 'static/img'), join(folder, 'static/img'), { recursive: true })
  const read = (name: string) => readFile(join(packageRoot(), 'decks', name), 'utf8')
  const samples = [await read('bayqau.json'), await read('priemnaya.json')]
  for (let i = 0; i < decks; i++) {
    await writeFile(join(folder, `decks/branch-${i}.json`), samples[i % samples.length] + ' '.repeat(i))
  }
  return folder
}

/** Lets a process and all its threads run on one processor only. */
export function holdToCore(pid: number, core: string): void {
  execFileSync('taskset', ['--all-tasks', '--cpu-list', '--pid', core, String(pid)], { stdio: 'ignore' })
}

/** All files below a folder. */
export const filesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, encoding: 'utf8' })).sort()

/** The decks of which a worker has told that they are done. */
export const doneBy = (worker: LongRun): string[] =>
  [...worker.stdout().matchAll(/^(decks\/\S+): (\w+),/gm)].map((match) => match[1]!)

/** Opens the queue as BullMQ does, for the test that is running. */
export function openQueue(port: number): Queue {
  const queue = new Queue(queueName, { connection: { port }, prefix })
  queue.on('error', () => {})
  onTestFinished(() => queue.close())
  return queue
}

/** Waits until nothing is waiting or running. */
export async function untilEmpty(queue: Queue): Promise<void> {
  while ((await queue.getJobCountByTypes('wait', 'active', 'delayed')) > 0) await delay(50)
}

/** Runs a command to its end; unlike `spawnKorme`, it ends with the test. */
export async function run(folder: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const one = runLong(folder, args, env)
  const code = await one.ended
  return { code, stdout: one.stdout(), stderr: one.stderr() }
}
