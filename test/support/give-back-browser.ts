import { afterAll } from 'vitest'
import { giveBackBrowser } from '../browser.ts'
import { giveBackOnlineBrowser } from '../online.ts'

// test files of one worker share modules: hooks are registered here, for each file
afterAll(() => Promise.all([giveBackBrowser(), giveBackOnlineBrowser()]))
