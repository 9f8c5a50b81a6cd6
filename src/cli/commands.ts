import type { CommandName } from '../model/command.ts'
import type { CliCommand } from './command.ts'
import { build } from './commands/build.ts'
import { check } from './commands/check.ts'
import { doctor } from './commands/doctor.ts'
import { edit } from './commands/edit.ts'
import { handout } from './commands/handout.ts'
import { help } from './commands/help.ts'
import { jobs } from './commands/jobs.ts'
import { newDeck } from './commands/new.ts'
import { pdf } from './commands/pdf.ts'
import { present } from './commands/present.ts'
import { relay } from './commands/relay.ts'
import { serve } from './commands/serve.ts'
import { themes } from './commands/themes.ts'
import { worker } from './commands/worker.ts'

/**
 * The commands by name. They are small and share one file of the bundle, since opening another file takes longer than
 * reading them; each command imports its heavy parts (the pipeline, a browser, fonts) when it runs.
 */
export const commands: { readonly [Name in CommandName]: CliCommand<Name> } = {
  serve,
  edit,
  present,
  build,
  pdf,
  handout,
  check,
  new: newDeck,
  themes,
  doctor,
  relay,
  worker,
  jobs,
  help,
}

/** Whether there is a command of this name. */
export const isCommand = (name: string): name is CommandName => Object.hasOwn(commands, name)
