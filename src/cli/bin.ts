#!/usr/bin/env node
import { engines } from '../../package.json'
import { isOlder } from '../system/node-version.ts'

// An older Node cannot even load the program, so nothing of it is imported here; this file and `old-node.ts` are bundled for
// Node 12.
const needed = engines.node.replace('>=', '')
if (isOlder(process.versions.node, needed)) import('./old-node.ts').then(({ refuse }) => refuse(needed))
else import('./start.ts')
