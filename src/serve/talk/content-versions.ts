import { createHash } from 'node:crypto'
import type { Live } from '../../model/live.ts'
import type { LiveState } from '../../model/wire/live.ts'

const versions = new WeakMap<LiveState, number>()

/**
 * Returns a number for what the audience sees of a state: the same in all processes that read the same deck. Pages move from one
 * process to another, so a count of the changes would tell them nothing.
 */
export function contentVersion(state: LiveState): number {
  const known = versions.get(state)
  if (known !== undefined) return known
  const { version: _, pages, ...rest } = state
  const seen = pages.map((page) => ({ ...page, notes: '' }))
  const hash = createHash('sha256').update(JSON.stringify([rest, seen]))
  const version = hash.digest().readUIntBE(0, 6)
  versions.set(state, version)
  return version
}

/** Returns the versions of a deck in its languages, by their tags. */
export const contentVersions = (states: readonly LiveState[]): Record<string, number> =>
  Object.fromEntries(states.map((state) => [state.tag, contentVersion(state)]))

/** Returns a deck whose states and changes have such versions. */
export function withContentVersions(live: Live): Live {
  const converted = new WeakMap<LiveState, LiveState>()
  const convert = (state: LiveState): LiveState => {
    const known = converted.get(state) ?? { ...state, version: contentVersion(state) }
    converted.set(state, known)
    return known
  }
  const state = (tag?: string) => {
    const found = live.state(tag)
    return found && convert(found)
  }
  return {
    file: live.file,
    state,
    states: () => live.states().map(convert),
    report: () => live.report(),
    shownBytes: () => live.shownBytes(),
    boxes: () => live.boxes(),
    boxesOf: (page) => live.boxesOf(page),
    watchedPaths: () => live.watchedPaths(),
    draft: (request) => live.draft(request),
    resource: (name) => live.resource(name),
    refresh: (changed) => live.refresh(changed),
    onChange: (listener) =>
      live.onChange((change) => listener({ ...change, version: state(change.tag)?.version ?? change.version })),
    onReport: (listener) => live.onReport(listener),
  }
}
