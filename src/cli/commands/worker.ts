import { defineCommand } from '../command.ts'
import { browserFlags, outputFlags } from '../flag-groups.ts'

/** `korme worker`: does the jobs of others until it is stopped. With `--status`, lists the workers. */
export const worker = defineCommand({
  name: 'worker',
  argumentKind: 'nothing',
  flags: ['jobs', 'store', 'at-once', 'status', ...browserFlags, ...outputFlags],
  examples: [
    '--jobs redis://host:6379',
    '--jobs redis://host:6379 --store /srv/talks',
    '--jobs redis://host:6379 --status',
  ],
  async run(call) {
    const { runWorker, showWorkers } = await import('../jobs/run-worker.ts')
    return call.flags.status ? showWorkers(call) : runWorker(call)
  },
})
