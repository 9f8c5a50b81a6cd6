import type { BlockWords, WordsContext } from '../../model/block-type.ts'
import type { LocalizedText } from '../../model/lang.ts'
import { rowsAsTable } from '../data/rows-block.ts'
import { describeMap } from './describe-map.ts'
import type { MapContext } from './place-map.ts'
import type { MapBlock } from './types.ts'
import { planMap } from './understand/map-plan.ts'

/** What a map says: its caption, the names that it marks, its values as rows, and where they come from. */
export function wordsOfMap(
  block: MapBlock<LocalizedText>,
  { lang, asset }: WordsContext,
  { sources, words: allWords }: Pick<MapContext, 'sources' | 'words'>,
): BlockWords[] {
  const words = allWords[lang]
  const plan = planMap(block, { sources, lang, asset, report() {} })
  const { table } = describeMap(block, plan, words, sources.gazetteer)
  const names = [
    ...plan.markers.filter(({ value }) => value === null).map(({ label, name }) => label?.text ?? name),
    ...plan.regions.filter(({ value }) => value === null).map(({ label, name }) => label?.text ?? name),
    ...plan.unknownNames,
  ].filter(Boolean)
  const { caption, source, range } = block
  const note = source && { text: words.source(source.text), lang }
  return [
    ...(caption ? [{ text: caption, bold: true }] : []),
    ...(names.length > 0 ? [{ text: { text: names.join('\n'), lang } }] : []),
    ...(table ? [rowsAsTable({ rows: [table.head, ...table.rows], lang, head: true, note, range })] : []),
    ...(note && !table ? [{ text: note }] : []),
  ]
}
