import type { DocumentJob } from '../../model/wire/edit-service.ts'
import type { StartEditWords } from '../../model/wire/start-edit.ts'
import { element } from '../parts/element.ts'

/** The documents of a deck that are being made, or are ready. */
export interface JobList {
  root: HTMLElement
  draw(jobs: readonly DocumentJob[]): void
}

/** Returns the newest job of each kind, in the order in which they were asked for. */
export function newestJobs(jobs: readonly DocumentJob[]): DocumentJob[] {
  const newest = new Map<string, DocumentJob>()
  for (const job of jobs) {
    newest.delete(job.kind)
    newest.set(job.kind, job)
  }
  return [...newest.values()]
}

/** Creates the list. What does not change stays, so that a screen reader hears only news, and a focused link keeps the focus. */
export function makeJobList(words: StartEditWords): JobList {
  const root = element('ul', { class: 'jobs' })
  const lines = new Map<number, ReturnType<typeof makeLine>>()
  return {
    root,
    draw: (all) => {
      const jobs = newestJobs(all)
      for (const [id, { root: line }] of lines) {
        if (jobs.some((job) => job.id === id)) continue
        line.remove()
        lines.delete(id)
      }
      for (const job of jobs) {
        const line = lines.get(job.id) ?? makeLine(words, job)
        if (!lines.has(job.id)) root.append(line.root)
        lines.set(job.id, line)
        line.draw(job)
      }
      root.hidden = jobs.length === 0
    },
  }
}

function makeLine({ jobs: words }: StartEditWords, { kind }: DocumentJob) {
  const progress = element('progress', { 'aria-label': words.kinds[kind] })
  const text = element('span', { class: 'progress-text' })
  // What has become of it is told; pages are only counted.
  const result = element('span', { class: 'result', role: 'status' })
  const going = element('span', { class: 'going' }, element('b', {}, words.kinds[kind]), text, progress)
  const root = element('li', {}, going, result)
  let state: DocumentJob['state'] | null = null
  return {
    root,
    draw: (job: DocumentJob) => {
      const { pages } = job
      if (pages) {
        progress.max = Math.max(pages.all, 1)
        progress.value = pages.done
        text.textContent = words.pages.replace('{x}', `${pages.done}`).replace('{y}', `${pages.all}`)
      } else text.textContent = job.state === 'waiting' ? words.waiting : words.running
      if (job.state === state) return
      state = job.state
      root.dataset.state = job.state
      going.hidden = job.state === 'done' || job.state === 'failed'
      if (job.state === 'done') {
        const link = element('a', { href: job.url ?? '', download: job.file }, words.save.replace('{x}', job.file))
        result.replaceChildren(link, ...(job.file.endsWith('.zip') ? [element('small', {}, words.packed)] : []))
      } else if (job.state === 'failed') result.replaceChildren(`${words.kinds[kind]}: ${job.message}`)
    },
  }
}
