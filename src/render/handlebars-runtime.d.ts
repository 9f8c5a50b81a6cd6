/** The part of Handlebars that runs precompiled templates; the package types it only as an addition to itself. */
declare module 'handlebars/runtime.js' {
  import Handlebars from 'handlebars'
  export default Handlebars
}
