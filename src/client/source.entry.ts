import './source/source-module.ts'
import { openSourceView } from './source/source-view.ts'

globalThis.kormeSource = { open: openSourceView }
