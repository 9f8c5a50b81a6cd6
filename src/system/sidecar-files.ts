import { join } from 'node:path'
import type { Assets, FileAsset } from '../model/asset.ts'
import type { Project } from '../model/project.ts'

/** Collects the files that a deck's page plays from the folder `<stem>.files` next to it, each once. */
export function collectSidecarFiles(assets: Assets, stem: string): FileAsset[] {
  const files = new Set([...assets.values()].flatMap((asset) => (asset.kind === 'file' ? [asset] : [])))
  for (const file of files) file.name = `${stem}.files/${file.name}`
  return [...files]
}

/** Copies a sidecar file to the outputs of a project. Errors: as `Files.copyAtomic`. */
export const copySidecarFile = ({ file, name }: FileAsset, { files, out }: Project): Promise<void> =>
  files.copyAtomic(file, join(out, name))
