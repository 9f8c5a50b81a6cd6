import type { BlockContext, BlockSlot, PlacedBlock } from '../../model/block-type.ts'
import type { LocalizedText } from '../../model/lang.ts'
import { placeProgramme } from './place-programme.ts'
import { placeStages } from './place-stages.ts'
import { type Programme, readProgramme } from './programme-rows.ts'
import { rowsOf } from './rows-of.ts'
import { readStages, type Stage } from './stages.ts'
import type { TimelineBlock } from './types.ts'

/** Sets a timeline: a programme as a table, stages along a line. */
export function placeTimeline(
  block: TimelineBlock<LocalizedText>,
  slot: BlockSlot,
  context: BlockContext,
): PlacedBlock {
  const { kind, rows, lang, characters } = rowsOf(block, context.lang)
  const facts = { lang, range: block.range, characters }
  if (rows.length === 0) return { pages: [], overflow: [], size: null }
  if (kind === 'programme') return placeProgramme({ ...facts, programme: readProgramme(rows) }, slot, context)
  const stages = readStages(rows)
  const placed = placeStages({ ...facts, stages }, slot, context)
  return placed ?? placeProgramme({ ...facts, programme: asProgramme(stages) }, slot, context)
}

/** Stages as the rows of a table, which can continue on another page. */
const asProgramme = (stages: readonly Stage[]): Programme => ({
  head: null,
  columns: 2,
  timeColumn: 0,
  parallel: false,
  rows: stages.map(({ label, text, below, source }) => ({
    kind: 'session',
    time: null,
    cells: [label, text],
    below,
    source,
  })),
})
