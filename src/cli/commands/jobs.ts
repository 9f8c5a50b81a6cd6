import { defineCommand } from '../command.ts'

/** `korme jobs`: shows what waits, runs and has failed. */
export const jobs = defineCommand({
  name: 'jobs',
  argumentKind: 'decks',
  flags: ['jobs', 'retry', 'json'],
  examples: [
    '--jobs redis://host:6379',
    '--jobs redis://host:6379 --retry',
    '--jobs redis://host:6379 --retry decks/my-talk.json',
  ],
  async run(call) {
    const { showJobs } = await import('../jobs/show-jobs.ts')
    return showJobs(call)
  },
})
