import type { CommandName } from '../model/command.ts'
import type { CliCommand } from './command.ts'
import { build } from './commands/build.ts'
import { check } from './commands/check.ts'
import { doctor } from './commands/doctor.ts'
import { handout } from './commands/handout.ts'
import { help } from './commands/help.ts'
import { newDeck } from './commands/new.ts'
import { pdf } from './commands/pdf.ts'
import { present } from './commands/present.ts'
import { serve } from './commands/serve.ts'
import { themes } from './commands/themes.ts'

/**
 * The commands. They are small and stand in one file of the bundle, since every further file takes longer to open than
 * they take to read; what is heavy (the pipeline, a browser, fonts) each command loads when it runs.
 */
export const commands: Readonly<Record<CommandName, CliCommand>> = {
  serve,
  present,
  build,
  pdf,
  handout,
  check,
  new: newDeck,
  themes,
  doctor,
  help,
}

/** True for the name of a command. */
export const isCommand = (name: string): name is CommandName => Object.hasOwn(commands, name)
