import type { Messages } from '../messages.ts'
import { asset } from './asset.ts'
import { chart } from './chart.ts'
import { cli } from './cli.ts'
import { editFaults } from './edit-faults.ts'
import { jobs } from './jobs.ts'
import { layout } from './layout.ts'
import { machine } from './machine.ts'
import { map } from './map.ts'
import { parse } from './parse.ts'
import { people } from './people.ts'
import { poll } from './poll.ts'
import { table } from './table.ts'
import { timeline } from './timeline.ts'
import { usage } from './usage.ts'
import { validate } from './validate.ts'
import { video } from './video.ts'

/** The messages of Korme in Kazakh. */
export const messages: Messages = {
  lang: 'kk',
  sentences: {
    ...parse,
    ...validate,
    ...asset,
    ...layout,
    ...map,
    ...video,
    ...chart,
    ...people,
    ...table,
    ...timeline,
    ...poll,
    ...machine,
    ...usage,
    ...jobs,
    ...editFaults,
  },
  cli,
}
