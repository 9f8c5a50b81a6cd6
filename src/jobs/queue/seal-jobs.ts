import { isPrinted } from '../../documents/document-request.ts'
import { findInputs, realLocation } from '../find-inputs.ts'
import { type Job, type JobProgram, jobKey, jobVersion, outputOf, requestOf } from '../job.ts'
import type { AskedJob } from '../jobs.ts'
import { type FolderStore, nameIn } from '../store.ts'

/** What the submitting side knows besides the jobs. */
export interface SealOptions {
  store: FolderStore
  /** The project and the output folder that the user named. */
  root?: string | undefined
  out?: string | undefined
  program: JobProgram
}

/** The jobs of one deck as others can do them. */
export interface SealedDeck {
  jobs: { asked: AskedJob; job: Job }[]
  /** The source of the deck. */
  text: string
}

/** Describes the jobs of one deck so that any machine with the same store can do them. Errors: those of `findInputs`. */
export async function sealDeck(asked: readonly AskedJob[], options: SealOptions): Promise<SealedDeck> {
  const { store, root, out, program } = options
  const [{ deck, options: own }] = asked as [AskedJob]
  const found = await findInputs(deck, { ...own.build, ...(root && { root }), ...(out && { out }) }, store)
  const inStore = (path: string) => nameIn(store, path)!
  const folder = inStore(await realLocation(found.project.out))
  const jobs = asked.map((one) => {
    const { kind, lang } = one
    const browser = isPrinted({ kind }) ? program.browser : null
    const name = inStore(found.path)
    const described = {
      v: jobVersion,
      deck: name,
      kind,
      lang,
      options: { ...one.options, program: program.program, browser, root: inStore(found.project.root) },
      inputs: found.inputs,
      output: outputOf(folder, name, requestOf({ kind, options: one.options as Job['options'] })),
    } as const
    return { asked: one, job: { ...described, key: jobKey(described) } }
  })
  return { jobs, text: found.text }
}
