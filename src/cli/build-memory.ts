import { join, resolve } from 'node:path'
import pLimit from 'p-limit'
import { posterRequestsOf } from '../deck/deck-resources.ts'
import type { AskedBuild } from '../documents/build-key.ts'
import { type BuildSummary, summaryOf } from '../documents/build-summary.ts'
import { type DocumentRequest, isPrinted } from '../documents/document-request.ts'
import { openFinishedBuilds } from '../documents/finished-builds.ts'
import type { BuildResult } from '../documents/produce.ts'
import { findBrowser } from '../export/browser/find-browser.ts'
import { posterKey } from '../model/asset.ts'
import type { Files } from '../model/files.ts'
import { disk } from '../system/disk.ts'
import { observeFiles } from '../system/observe-files.ts'
import { packageRoot } from '../system/package-root.ts'
import type { Call } from './command.ts'
import { buildOptions } from './decks.ts'
import { rememberCall } from './unchanged-call.ts'

/** What earlier calls have built. */
export interface BuildMemory {
  /** Returns the reports of those decks that need not be built again, by deck. */
  findAll(decks: readonly string[]): Promise<ReadonlyMap<string, BuildSummary>>
  /** Builds a deck with the files that it gets, and remembers it if all went well. */
  make<Result extends MadeBuild>(deck: string, work: (files: Files) => Promise<Result>): Promise<Result>
  /** Lets the same call start no browser before it knows that there is something to print. */
  rememberCall(built: readonly BuildSummary[]): Promise<void>
}

/** A build, and whether it gave warnings that findings do not tell, which would be lost the next time. */
type MadeBuild = BuildResult & { errors: readonly unknown[]; warned: boolean }

const noMemory: BuildMemory = {
  findAll: async () => new Map(),
  make: (_, work) => work(disk),
  rememberCall: async () => {},
}

/** Decks that are looked up at a time. */
const atOnce = 4

/** Opens the memory of builds for a call. It is empty where the program or its browser cannot be identified. */
export async function openBuildMemory(call: Call, requests: readonly DocumentRequest[]): Promise<BuildMemory> {
  const { program } = call
  const prints = requests.some(isPrinted)
  const browser = prints ? await identifyBrowser(call) : null
  if (!program || (prints && browser === null)) return noMemory
  const { version, platform, arch } = process
  const { root, out, ...options } = buildOptions(call.flags)
  const askedOf = (deck: string): AskedBuild => ({
    deck: { name: deck, path: resolve(deck) },
    options: { ...options, ...(root && { root: resolve(root) }), ...(out && { out: resolve(out) }) },
    requests,
    program: [program, version, platform, arch].join(' '),
    browser,
  })
  const builds = openFinishedBuilds()
  return {
    async findAll(decks) {
      const found = await pLimit(atOnce).map(decks, async (deck) => [deck, await builds.find(askedOf(deck))] as const)
      return new Map(found.flatMap(([deck, summary]) => (summary ? [[deck, summary] as const] : [])))
    },
    async make(deck, work) {
      const observed = observeFiles(disk)
      // It names the packages that the program runs with.
      await observed.files.readText(join(packageRoot(), 'package.json'))
      const built = await work(observed.files)
      const isWhole = built.errors.length === 0 && built.outputs.length > 0 && !built.warned && !lacksPoster(built)
      if (isWhole) await builds.keep(askedOf(deck), observed, built.project.out, summaryOf(built))
      return built
    },
    async rememberCall(built) {
      const outputs = built.flatMap(({ outputs }) => outputs.map(({ path }) => path))
      const all = [...built.map(({ file }) => file.name), ...outputs]
      if (prints && call.argv) await rememberCall(call.argv, all)
    },
  }
}

/** Returns what tells a browser from another version of it, or null if there is none. */
async function identifyBrowser({ flags, prestarted }: Call): Promise<string | null> {
  const found = prestarted?.executable ?? (await findBrowser(flags.browser).catch(() => null))
  const stats = found && (await disk.stat(found.path))
  return stats ? [found.path, stats.version, await snapRevision(found.path)].join(' ') : null
}

/** Programs in this folder are links to one that starts them all; each has a link to its present version elsewhere. */
const snapFolder = '/snap/bin/'

const snapRevision = async (path: string): Promise<string | null> =>
  path.startsWith(snapFolder) ? disk.realPath(`/snap/${path.slice(snapFolder.length)}/current`) : null

/** Whether a video has no still: the machine may get a browser that can make one. */
const lacksPoster = ({ deck, resources }: BuildResult): boolean =>
  deck !== null &&
  posterRequestsOf(deck).some(
    (request) => resources?.assets.get(request.path)?.kind === 'file' && !resources.assets.has(posterKey(request)),
  )
