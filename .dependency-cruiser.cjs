/**
 * What each folder of `src/` may import besides `model/` and itself. Data flows down this list; a stage that wants
 * something of another gets it from the pipeline. A folder that is not listed here fails.
 */
const mayImport = {
  model: [],
  text: [],
  system: [],
  languages: [],
  typeset: [],
  parse: ['text'],
  validate: ['blocks', 'languages'],
  edit: ['parse', 'validate', 'text'],
  latin: ['typeset', 'languages'],
  fit: [],
  fonts: ['system'],
  blocks: ['typeset', 'languages'],
  layout: ['blocks', 'typeset', 'languages', 'latin'],
  load: ['system'],
  render: [],
  theme: ['system', 'parse', 'fonts', 'layout', 'render'],
  export: ['system'],
  pdf: [],
  deck: ['blocks', 'languages', 'validate', 'layout', 'load', 'theme', 'export', 'fit', 'fonts', 'latin', 'system'],
  documents: ['deck', 'latin', 'export', 'pdf', 'fonts', 'languages', 'layout', 'render', 'system'],
  redis: ['system'],
  jobs: ['deck', 'documents', 'export', 'load', 'parse', 'redis', 'system', 'theme'],
  live: ['blocks', 'deck', 'fit', 'fonts', 'languages', 'latin', 'layout', 'load', 'render', 'system'],
  report: [],
  samples: ['languages', 'load', 'report', 'system'],
  serve: [
    ...['blocks', 'documents', 'edit', 'export', 'languages', 'live', 'load', 'parse', 'redis', 'report', 'samples'],
    ...['system', 'text', 'theme', 'validate'],
  ],
  client: ['text'],
}

/** Files at the top of `src/`, which join the stages. */
const pipeline = '^src/build\\.ts$'

/** What a block type stores in a deck. `model/block.ts` joins these types, so they import nothing but the model. */
const blockTypes = '^src/blocks/[^/]+/types\\.ts$'

/** Files that use the disk directly. All others read and write through `Files`, see `model/files.ts`. */
const diskUsers = [
  '^src/system/',
  '^src/export/browser/', // finds, unpacks and starts browsers
  '^src/export/capture-frames\\.ts$', // a temporary page for the browser
  '^src/serve/server/', // watches folders, streams sidecar files
  '^src/cli/code-cache\\.ts$', // synchronous: before the program is loaded
  '^src/fit/harfbuzz\\.ts$', // synchronous: the WebAssembly of a package
]

const folderRules = Object.entries(mayImport).map(([folder, allowed]) => ({
  name: `${folder}-imports-only-what-lies-below`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: {
    path: '^src/',
    pathNot: [
      `^src/(${[...new Set([folder, 'model', ...allowed])].join('|')})/`,
      ...(['documents', 'jobs', 'live', 'serve'].includes(folder) ? [pipeline] : []),
      ...(folder === 'model' ? [blockTypes] : []),
    ],
  },
}))

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    ...folderRules,
    {
      name: 'the-server-knows-no-decks',
      comment: 'serve/server/ is a plain HTTP and WebSocket server; decks/ and talk/ add what it serves.',
      severity: 'error',
      from: { path: '^src/serve/server/' },
      to: { path: '^src/', pathNot: '^src/(serve/server|model)/' },
    },
    {
      name: 'the-page-runs-in-browsers',
      severity: 'error',
      from: { path: '^src/client/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'nothing-imports-the-page-or-the-command-line',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(client|cli)/' },
      to: { path: '^src/(client|cli)/' },
    },
    {
      name: 'types-of-blocks-import-only-the-model',
      severity: 'error',
      from: { path: blockTypes },
      to: { pathNot: '^src/model/' },
    },
    {
      name: 'the-disk-is-used-through-files',
      severity: 'error',
      from: { path: '^src/', pathNot: diskUsers },
      to: { path: '^(node:)?fs(/promises)?$' },
    },
    {
      name: 'every-folder-has-a-rule',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: `^src/(cli|${Object.keys(mayImport).join('|')})/` },
      to: {},
    },
    { name: 'nothing-imports-the-entry', severity: 'error', from: { path: '^src/' }, to: { path: '^src/index.ts$' } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: '\\.d\\.ts$' },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules|^build' },
    exclude: { path: '^build/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node'],
      extensions: ['.ts', '.js', '.mjs'],
    },
  },
}
