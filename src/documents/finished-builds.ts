import { type Cache, openCache } from '../system/cache.ts'
import { disk } from '../system/disk.ts'
import { hashFile } from '../system/hash-file.ts'
import { type Observation, stillHolds } from '../system/observations.ts'
import type { ObservedFiles } from '../system/observe-files.ts'
import { type AskedBuild, askedKey, buildKey } from './build-key.ts'
import type { BuildSummary } from './build-summary.ts'

/** So many builds are remembered, those that were used last. */
const maxBuilds = 10_000

/** A longer record would take longer to read than it is worth. */
const maxRecordBytes = 8_000_000

/** Questions that are asked at a time. */
const atOnce = 8

/** The difference of times that some disks make when they copy a file. Units: milliseconds. */
const copiedWithinMs = 2000

/** A finished build: what it read, what it wrote and what it reported. Plain JSON. */
interface FinishedBuild {
  /** See `buildKey`. */
  key: string
  /** In the order in which they were asked. */
  inputs: readonly Observation[]
  written: readonly { path: string; hash: string }[]
  copied: readonly { from: string; to: string }[]
  summary: BuildSummary
}

/** The builds of a user that need not be made again as long as nothing has changed. */
export const openFinishedBuilds = (cache = openCache('builds', undefined, { maxEntries: maxBuilds })) => ({
  /**
   * Returns the report of an earlier build that would come out the same now: it asked for the same, no file that it looked
   * for has changed, none has appeared, and its outputs are as it wrote them. Else null.
   */
  async find(asked: AskedBuild): Promise<BuildSummary | null> {
    const entry = await cache.get(askedKey(asked))
    if (!entry) return null
    const build = JSON.parse(Buffer.from(entry.bytes).toString()) as FinishedBuild
    const isSame = build.key === buildKey(asked, build.inputs)
    return isSame && (await hasOutputs(build, cache)) && (await hasInputs(build, cache)) ? build.summary : null
  },

  /** Remembers a build whose documents are all written. A build during which a file changed is not remembered. */
  async keep(asked: AskedBuild, observed: ObservedFiles, out: string, summary: BuildSummary): Promise<void> {
    const [written, copied] = [observed.written(), observed.copied()]
    const inputs = observed.observations([out, ...written.map(({ path }) => path), ...copied.map(({ to }) => to)])
    if (!inputs) return
    const build: FinishedBuild = { key: buildKey(asked, inputs), inputs, written, copied, summary }
    const bytes = Buffer.from(JSON.stringify(build))
    if (bytes.length <= maxRecordBytes) await cache.put(askedKey(asked), { metadata: {}, bytes })
  },
})

async function hasInputs({ inputs }: FinishedBuild, cache: Cache): Promise<boolean> {
  for (let i = 0; i < inputs.length; i += atOnce) {
    const some = inputs.slice(i, i + atOnce)
    const held = await Promise.all(some.map((input) => stillHolds(input, disk, cache)))
    if (held.includes(false)) return false
  }
  return true
}

async function hasOutputs({ written, copied, summary }: FinishedBuild, cache: Cache): Promise<boolean> {
  const sizes = new Map(summary.outputs.map(({ path, sizeBytes }) => [path, sizeBytes]))
  for (const { path, hash } of written) {
    const stats = await disk.stat(path)
    if (stats?.kind !== 'file' || stats.sizeBytes !== sizes.get(path)) return false
    if ((await hashFile(path, disk, cache).catch(() => null)) !== hash.slice(0, 32)) return false
  }
  for (const { from, to } of copied) {
    const [source, target] = await Promise.all([disk.stat(from), disk.stat(to)])
    if (source?.kind !== 'file' || target?.kind !== 'file' || source.sizeBytes !== target.sizeBytes) return false
    if (Math.abs(source.modifiedMs - target.modifiedMs) >= copiedWithinMs) return false
  }
  return true
}
