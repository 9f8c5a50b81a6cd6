import type { DataAsset } from '../../model/asset.ts'

/** Parses a JSON file, such as the shapes of a map. Errors: none; invalid JSON has a `fault`. */
export function parseJsonAsset(bytes: Uint8Array, file: string): DataAsset {
  try {
    return { kind: 'data', file, value: JSON.parse(new TextDecoder('utf-8').decode(bytes)), fault: null }
  } catch {
    return { kind: 'data', file, value: null, fault: 'not-json' }
  }
}
