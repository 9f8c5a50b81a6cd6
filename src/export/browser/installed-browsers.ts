import { join, posix, win32 } from 'node:path'
import type { MachineInfo } from './browser-executable.ts'

const linuxNames = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
]

const linuxPaths = [
  '/opt/google/chrome/chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/opt/microsoft/msedge/msedge',
  '/snap/bin/chromium',
]

const macApps = ['Google Chrome', 'Chromium', 'Microsoft Edge']

const windowsApps = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
]

/** Returns where programs with these names would be, in the order of the search path. */
export function pathsOnSearchPath(names: readonly string[], machine: MachineInfo): string[] {
  const windows = machine.platform === 'win32'
  const folders = (machine.env.PATH ?? '').split(windows ? ';' : ':').filter((folder) => folder !== '')
  return names.flatMap((name) => folders.map((folder) => join(folder, windows ? `${name}.exe` : name)))
}

/** Returns where Chrome, Chromium and Edge are installed on this kind of machine, the most likely path first. */
export function installedPaths(machine: MachineInfo): string[] {
  const { platform, env, home } = machine
  if (platform === 'darwin') {
    const folders = ['/Applications', posix.join(home, 'Applications')]
    return macApps.flatMap((app) => folders.map((folder) => `${folder}/${app}.app/Contents/MacOS/${app}`))
  }
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['ProgramFiles(x86)'], env.LOCALAPPDATA, 'C:\\Program Files (x86)']
    const known = [...new Set(folders.filter((folder) => folder !== undefined && folder !== ''))] as string[]
    return windowsApps.flatMap((app) => known.map((folder) => win32.join(folder, app)))
  }
  return [...pathsOnSearchPath(linuxNames, machine), ...linuxPaths]
}
