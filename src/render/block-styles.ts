import { styles } from '#generated/styles.js'
import type { LaidOutPage } from '../model/laid-out.ts'

/** Returns the style sheets of the rare blocks on some pages, each once. */
export function blockStyles(pages: readonly Pick<LaidOutPage, 'boxes'>[]): string[] {
  const templates = new Set(pages.flatMap(({ boxes }) => boxes.map(({ template }) => template)))
  return [...new Set([...templates].flatMap((name) => styles.blocks[name] ?? []))]
}

/** Returns the style sheets of all rare blocks, for pages that change. */
export const allBlockStyles = (): string[] => [...new Set(Object.values(styles.blocks).flat())]
