import type { Messages } from './messages.ts'
import { asset } from './ru/asset.ts'
import { cli } from './ru/cli.ts'
import { layout } from './ru/layout.ts'
import { machine } from './ru/machine.ts'
import { map } from './ru/map.ts'
import { parse } from './ru/parse.ts'
import { usage } from './ru/usage.ts'
import { validate } from './ru/validate.ts'
import { video } from './ru/video.ts'

/** Russian, one file a stage. */
export const ru: Messages = {
  lang: 'ru',
  sentences: { ...parse, ...validate, ...asset, ...layout, ...map, ...video, ...machine, ...usage },
  cli,
}
