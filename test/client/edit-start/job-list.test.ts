import { expect, test } from 'vitest'
import { newestJobs } from '../../../src/client/edit-start/job-list.ts'
import type { DocumentJob } from '../../../src/model/wire/edit-service.ts'

const job = (id: number, kind: DocumentJob['kind']): DocumentJob => ({
  id,
  kind,
  deck: 'talk',
  state: 'done',
  pages: null,
  url: null,
  file: '',
  message: '',
})

test('of several jobs of a kind, the newest one is shown', () => {
  const jobs = [job(1, 'pdf'), job(2, 'handout'), job(3, 'pdf'), job(4, 'html'), job(5, 'pdf')]
  expect(newestJobs(jobs).map(({ id }) => id)).toEqual([2, 4, 5])
  expect(newestJobs([])).toEqual([])
})
